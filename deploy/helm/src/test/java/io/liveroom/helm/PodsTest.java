package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every pod of the chart. */
final class PodsTest {

  private final List<JsonNode> manifests = Chart.render(Chart.values("everything"));

  @ParameterizedTest
  @ValueSource(strings = {"smallest", "production", "everything"})
  void everyPod_isANumericUserWithoutRightsThatWritesNowhereElse(String name) {
    for (JsonNode pod : pods(Chart.render(Chart.values(name)))) {
      JsonNode user = pod.path("securityContext");
      assertThat(user.path("runAsNonRoot").asBoolean()).isTrue();
      assertThat(user.path("runAsUser").asInt()).isPositive();
      assertThat(user.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      for (JsonNode container : Chart.containers(pod)) {
        JsonNode rights = container.path("securityContext");
        assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(Chart.texts(rights.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
      }
    }
  }

  @Test
  void secrets_everyPod_areFilesOfItsOwnOnly() {
    Map<String, Set<String>> files = new HashMap<>();
    for (JsonNode manifest : manifests) {
      JsonNode pod = Chart.pod(manifest);
      Chart.containers(pod)
          .forEach(container -> assertThat(container.toString()).doesNotContain("secretKeyRef"));
      pod.path("volumes")
          .forEach(
              volume ->
                  volume
                      .at("/secret/items")
                      .forEach(
                          item ->
                              files
                                  .computeIfAbsent(component(manifest), any -> new TreeSet<>())
                                  .add(item.path("path").asText())));
    }
    assertThat(files)
        .isEqualTo(
            Map.of(
                "collector",
                Set.of(
                    "platform-token",
                    "privacy-key",
                    "ca.p12",
                    "ca.password",
                    "user.p12",
                    "user.password"),
                "processor",
                Set.of("ca.p12", "ca.password", "user.p12", "user.password"),
                "alert-webhook",
                Set.of("alert-webhook-token", "ca.p12", "ca.password", "user.p12", "user.password"),
                "setup",
                Set.of("ca.p12", "ca.password")));
  }

  @Test
  void mounts_everyContainer_areOfAVolume() {
    for (JsonNode manifest : manifests) {
      JsonNode pod = Chart.pod(manifest);
      Set<String> volumes = new HashSet<>(names(pod.path("volumes")));
      manifest
          .at("/spec/volumeClaimTemplates")
          .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
      Set<String> mounted =
          Chart.containers(pod).stream()
              .flatMap(container -> names(container.path("volumeMounts")).stream())
              .collect(Collectors.toSet());
      assertThat(mounted).as(Chart.title(manifest)).isEqualTo(volumes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Service", "PodDisruptionBudget", "NetworkPolicy"})
  void selector_everyOne_findsThePodsOfOneComponent(String kind) {
    Chart.ofKind(manifests, kind)
        .forEach(
            each -> {
              Set<String> found =
                  manifests.stream()
                      .filter(manifest -> !Chart.pod(manifest).isMissingNode())
                      .filter(manifest -> isSelected(manifest, selector(each)))
                      .map(PodsTest::component)
                      .collect(Collectors.toSet());
              assertThat(found).as(Chart.title(each)).containsExactly(component(each));
            });
  }

  @Test
  void statefulSet_eachOne_hasAServiceThatNamesItsPodsWhileTheyStart() {
    List<JsonNode> sets = Chart.ofKind(manifests, "StatefulSet");
    assertThat(sets).hasSize(2);
    for (JsonNode set : sets) {
      assertThat(Chart.ofKind(manifests, "Service"))
          .filteredOn(
              service ->
                  service
                      .at("/metadata/name")
                      .asText()
                      .equals(set.at("/spec/serviceName").asText()))
          .singleElement()
          .satisfies(
              service -> {
                assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
                assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
              });
    }
  }

  @Test
  void ports_ofServicesAndProbes_areThoseOfTheContainers() {
    for (JsonNode manifest : manifests) {
      Set<String> ports =
          Chart.containers(Chart.pod(manifest)).stream()
              .flatMap(container -> names(container.path("ports")).stream())
              .collect(Collectors.toSet());
      Chart.containers(Chart.pod(manifest)).stream()
          .filter(container -> container.has("livenessProbe"))
          .forEach(
              container -> {
                assertThat(container.at("/livenessProbe/httpGet/path").asText())
                    .isEqualTo("/livez");
                assertThat(container.at("/readinessProbe/httpGet/path").asText())
                    .isEqualTo("/readyz");
                assertThat(ports).contains(container.at("/livenessProbe/httpGet/port").asText());
              });
    }
    assertThat(
            Chart.ofKind(manifests, "Service").stream()
                .flatMap(service -> names(service.at("/spec/ports")).stream()))
        .containsOnly("api", "management");
  }

  private static List<JsonNode> pods(List<JsonNode> manifests) {
    List<JsonNode> pods =
        manifests.stream().map(Chart::pod).filter(pod -> !pod.isMissingNode()).toList();
    assertThat(pods).hasSizeGreaterThanOrEqualTo(3);
    return pods;
  }

  private static boolean isSelected(JsonNode manifest, JsonNode selector) {
    JsonNode labels = manifest.at("/spec/template/metadata/labels");
    return selector.properties().stream()
        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }

  private static JsonNode selector(JsonNode manifest) {
    JsonNode spec = manifest.path("spec");
    return switch (manifest.path("kind").asText()) {
      case "Service" -> spec.path("selector");
      case "NetworkPolicy" -> spec.at("/podSelector/matchLabels");
      default -> spec.at("/selector/matchLabels");
    };
  }

  private static String component(JsonNode manifest) {
    return manifest.at("/metadata/labels").path("app.kubernetes.io/component").asText();
  }

  private static List<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.path("name").asText())
        .toList();
  }
}
