package io.liveroom.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.liveroom.processor");

  @Test
  void figures_imports_noKafka() {
    noClasses()
        .that()
        .resideInAnyPackage("..processor.figures..", "..processor.binary..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.liveroom.schemas..")
        .because("arithmetic is tested without Kafka: pass it values, and keep stores in room/")
        .check(CLASSES);
  }

  @Test
  void folds_imports_noKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..processor.minute..",
            "..processor.session..",
            "..processor.promotion..",
            "..processor.alert..")
        .and()
        .haveSimpleNameNotEndingWith("Topology")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .because("a fold is arithmetic: put the shape into XxxTopology, tasks into room/")
        .check(CLASSES);
  }

  @Test
  void features_imports_notEachOther() {
    slices()
        .matching("io.liveroom.processor.(minute|session|promotion|alert)..")
        .should()
        .notDependOnEachOther()
        .because("derived topics meet in topics: move what both need to figures/ or room/")
        .check(CLASSES);
  }

  @Test
  void settings_ofStreams_onlyInRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..processor.runtime..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.kafka.streams.StreamsConfig")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Properties")
        .because("a topology is a shape: settings and life belong to runtime/")
        .check(CLASSES);
  }

  @Test
  void streams_run_onlyInRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..processor.runtime..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams")
        .because("stores are asked through runtime's StoreShards, and lives are its own")
        .check(CLASSES);
  }

  @Test
  void api_imports_noKafkaAndNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("..processor.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "..processor.minute..",
            "..processor.session..",
            "..processor.room..",
            "..processor.figures..")
        .because("the API asks view/, which has everything from topics")
        .check(CLASSES);
  }

  @Test
  void view_imports_noFeatureAndNoServer() {
    noClasses()
        .that()
        .resideInAPackage("..processor.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..",
            "io.liveroom.processor.api..",
            "..processor.minute..",
            "..processor.session..",
            "..processor.room..",
            "..processor.figures..")
        .because("view reads topics like anybody else, and does not know who asks it")
        .check(CLASSES);
  }

  @Test
  void runtime_imports_noFigures() {
    noClasses()
        .that()
        .resideInAPackage("..processor.runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..processor.minute..",
            "..processor.session..",
            "..processor.promotion..",
            "..processor.alert..",
            "..figures..")
        .because("runtime runs any topology: hand it a Consumer<StreamsBuilder>")
        .check(CLASSES);
  }

  @Test
  void processor_imports_noOtherRole() {
    classes()
        .that()
        .resideInAPackage("io.liveroom.processor..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("io.liveroom.collector..", "io.liveroom.simulator..")
        .because("the collector and the processor share topics and nothing else")
        .check(CLASSES);
  }
}
