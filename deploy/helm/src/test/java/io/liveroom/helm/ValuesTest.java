package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that mean nothing, or would hurt, are refused before anything is made, by their key. */
final class ValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colector: {replicas: 2}                                    | colector",
        "collector: {replcas: 2}                                    | replcas",
        "collector: {replicas: two}                                 | /collector/replicas",
        "collector: {heap: 1GB}                                     | /collector/heap",
        "collector: {resources: {limits: {memory: 5x}}}             | /collector/resources/limits/memory",
        "processor: {storage: {size: big}}                          | /processor/storage/size",
        "kafka: {bootstrapServers: kafka}                           | /kafka/bootstrapServers",
        "registry: {url: registry:8080}                             | /registry/url",
        "image: {digest: latest}                                    | /image/digest",
        "topics: {partitions: 0}                                    | /topics/partitions",
        "alertWebhook: {enabled: true}                              | /alertWebhook/url",
        "strimzi: {enabled: true}                                   | /strimzi/cluster",
        "strimzi: {users: true}                                     | /strimzi/users",
        "strimzi: {enabled: true, cluster: events, users: true}     | /kafka/caSecret",
        "networkPolicy: {apiFrom: [{}]}                             | /networkPolicy/apiFrom/0",
        "settings: {poll.info.interval: 20s}                        | poll.info.interval",
        "settings: {liveroom.platform.url: http://other}            | liveroom.platform.url",
        "settings: {liveroom.platform.token: s3cret}                | liveroom.platform.token",
        "settings: {liveroom.privacy.key: s3cret}                   | liveroom.privacy.key",
        "settings: {liveroom.kafka.sasl.jaas.config: s3cret}        | liveroom.kafka.sasl.jaas.config",
        "settings: {liveroom.kafka.ssl.key.password: s3cret}        | liveroom.kafka.ssl.key.password",
      })
  void render_wrongValue_isRefusedByItsKey(String values, String key, @TempDir Path directory)
      throws IOException {
    Path wrong = Files.writeString(directory.resolve("wrong.yaml"), values);

    assertThatThrownBy(() -> Chart.render(Chart.values("smallest"), wrong))
        .hasMessageContaining(key)
        .hasMessageNotContaining("s3cret");
  }
}
