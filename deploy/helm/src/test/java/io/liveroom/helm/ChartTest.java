package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart makes, and what Kubernetes would say to it; there is no cluster here. */
final class ChartTest {

  @ParameterizedTest
  @ValueSource(strings = {"smallest", "production", "everything"})
  void render_eachFileOfValues_isWhatKubernetesAndOperatorsKnow(String name) {
    List<JsonNode> manifests = Chart.render(Chart.values(name));

    assertThat(manifests).isNotEmpty();
    manifests.forEach(each -> assertThat(Manifests.mistakes(each)).as(Chart.title(each)).isEmpty());
    assertThat(manifests).extracting(Chart::title).doesNotHaveDuplicates();
  }

  @Test
  void render_onlyWhatMustBeSaid_makesCollectorsAndProcessors() {
    assertThat(Chart.render(Chart.values("smallest")))
        .extracting(each -> Chart.title(each).replaceAll("(?<=setup)-[0-9a-f]{8}$", ""))
        .containsExactlyInAnyOrder(
            "Job liveroom-setup",
            "StatefulSet liveroom-collector",
            "Service liveroom-collector",
            "PodDisruptionBudget liveroom-collector",
            "NetworkPolicy liveroom-collector",
            "StatefulSet liveroom-processor",
            "Service liveroom-processor",
            "Service liveroom-processor-pods",
            "PodDisruptionBudget liveroom-processor",
            "NetworkPolicy liveroom-processor",
            "NetworkPolicy liveroom-setup");
  }

  @Test
  void render_nothingSaid_namesEachKeyThatMustBe() {
    assertThatThrownBy(Chart::render)
        .hasMessageContainingAll(
            "/kafka/bootstrapServers", "/registry/url", "/platform/url", "/secrets/name");
  }

  @Test
  void render_setupAsItIsShipped_isAHookBeforeTheRest() {
    List<JsonNode> parts =
        Chart.documents(
            Chart.command(new Helm(Chart.DIRECTORY).template(), Chart.values("smallest")));

    assertThat(parts)
        .extracting(Chart::title)
        .hasSize(10)
        .noneMatch(title -> title.startsWith("Job"));
  }

  @Test
  void render_setupBesideTheRest_isAnotherJobForAnotherImage(@TempDir Path directory)
      throws IOException {
    Path image = Files.writeString(directory.resolve("image.yaml"), "image: {tag: other}");
    Path pods = Files.writeString(directory.resolve("pods.yaml"), "collector: {replicas: 5}");
    String name = setup();

    assertThat(setup(image)).isNotEqualTo(name);
    assertThat(setup(pods)).isEqualTo(name);
  }

  private static String setup(Path... more) {
    Path[] values =
        Stream.concat(Stream.of(Chart.values("smallest")), Stream.of(more)).toArray(Path[]::new);
    return Chart.title(Chart.ofKind(Chart.render(values), "Job").get(0));
  }

  @Test
  void packageIt_itsFile_makesTheSameWithoutThisFolder(@TempDir Path directory) {
    Path values = Chart.values("everything");
    new Helm(Chart.DIRECTORY).packageIt().withDestination(directory).call();
    String packed = directory.resolve("liveroom-0.1.0.tgz").toString();

    assertThat(Chart.documents(Chart.command(Helm.template(packed), values)))
        .isNotEmpty()
        .isEqualTo(Chart.documents(Chart.command(new Helm(Chart.DIRECTORY).template(), values)));
  }
}
