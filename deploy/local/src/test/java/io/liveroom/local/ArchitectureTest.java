package io.liveroom.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
          .importPackages("io.liveroom.local");

  @Test
  void table_isPure() {
    noClasses()
        .that()
        .resideInAPackage("..local.table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.jline.terminal..", "java.io..", "java.nio..")
        .because(
            "the table is a pure function that tests can call: read Kafka in RoomFeed, draw in Screen")
        .check(CLASSES);
  }

  @Test
  void classes_ofThisModule_areNotPublic() {
    classes()
        .that()
        .resideInAPackage("io.liveroom.local")
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .notBePublic()
        .because("nobody else uses this module: make it package-private")
        .check(CLASSES);
  }
}
