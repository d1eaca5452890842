package io.liveroom.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the simulator's packages may know of each other and of the rest. */
final class SimulatorArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.liveroom.simulator");

  @Test
  void simulator_dependencies_areIndependentOfWhatItProves() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.liveroom.schemas..", "io.liveroom.collector..", "io.liveroom.processor..")
        .because(
            "the ledger is an independent truth; write the rule down once more in ledger/ instead")
        .check(CLASSES);
  }

  @Test
  void simulator_packages_knowOnlyWhatComesBefore() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("world")
        .definedBy("io.liveroom.simulator.world")
        .layer("wire")
        .definedBy("io.liveroom.simulator.wire")
        .layer("ledger")
        .definedBy("io.liveroom.simulator.ledger")
        .layer("server")
        .definedBy("io.liveroom.simulator.server")
        .layer("top")
        .definedBy("io.liveroom.simulator")
        .whereLayer("top")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("top")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("server")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers("server", "top")
        .because("the world knows nothing of JSON or figures: pass what it needs as a value")
        .check(CLASSES);
  }

  @Test
  void world_dependencies_areTheLanguageAlone() {
    noClasses()
        .that()
        .resideInAnyPackage("io.liveroom.simulator.world", "io.liveroom.simulator.ledger")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "com.fasterxml..")
        .because("the world and the truth must be plain to read: JSON is wire/, network is server/")
        .check(CLASSES);
  }

  @Test
  void simulator_time_comesFromOutside() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("equal seeds must give equal worlds: take an InstantSource or an Instant instead")
        .check(CLASSES);
  }
}
