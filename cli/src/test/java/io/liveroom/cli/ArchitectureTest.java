package io.liveroom.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** What keeps this module readable. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.liveroom.cli");

  @Test
  void settingsEngine_isHidden() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli.settings..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.smallrye..")
        .because("settings are read through Settings and the catalogue: add a SettingKey instead")
        .check(CLASSES);
  }

  @Test
  void folders_doNotKnowTheCommands() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..cli.settings..",
            "..cli.topics..",
            "..cli.schemas..",
            "..cli.rooms..",
            "..cli.tail..",
            "..cli.manage..",
            "..cli.read..",
            "..cli.letters..",
            "..cli.roles..",
            "..cli.logging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.liveroom.cli", "picocli..")
        .because("commands use these folders, not the other way: pass what is needed in")
        .check(CLASSES);
  }

  @Test
  void command_hasNoBroker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.liveroom.broker..", "kafka..", "org.apache.kafka.server..")
        .because("the production image has no broker: what needs one belongs to deploy/local")
        .check(CLASSES);
  }

  @Test
  void roles_areMappedInOnePlace() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..cli.settings..",
            "..cli.topics..",
            "..cli.schemas..",
            "..cli.rooms..",
            "..cli.tail..",
            "..cli.manage..",
            "..cli.read..",
            "..cli.letters..",
            "..cli.logging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.liveroom.collector..", "io.liveroom.processor..", "io.liveroom.simulator..")
        .because("how settings become a role's is told in roles only: add it to its mapping")
        .check(CLASSES);
  }
}
