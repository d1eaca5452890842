package io.liveroom.collector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other. */
class ArchitectureTest {

  private final JavaClasses all =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.liveroom.collector");

  @Test
  void json_isKnownToPlatformOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..collector.platform..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .because("only platform/ knows the wire: decode there, and hand on an Avro record")
        .check(all);
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("io.liveroom.collector.(*)..")
        .should()
        .beFreeOfCycles()
        .because("pace <- platform <- publish <- poll <- chat <- rooms: move it down or pass it in")
        .check(all);
  }

  @Test
  void packages_knowOnlySettingsOfTheTop() {
    noClasses()
        .that()
        .resideInAPackage("io.liveroom.collector.*..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.liveroom.collector.Collector")
        .because("Collector is the page of `new`: what a part needs is given to it there")
        .check(all);
  }

  @Test
  void kafkaClients_areKnownToPublishRoomsAndTheTopOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("..pace..", "..platform..", "..poll..", "..chat..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .because("what goes to Kafka goes through Publisher")
        .check(all);
  }

  @Test
  void processor_isNotKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.liveroom.processor..")
        .because("collector and processor meet in topics only")
        .allowEmptyShould(true)
        .check(all);
  }

  @Test
  void names_sayWhatAThingIs() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .because("such a name hides what the thing is: name it after that")
        .check(all);
  }
}
