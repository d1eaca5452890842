package io.liveroom.cli.settings;

import static io.liveroom.cli.settings.SettingKey.optional;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Settings of every command: Kafka, topics, registry, data. */
public final class CommonKeys {

  public static final SettingKey<String> BOOTSTRAP_SERVERS =
      new SettingKey<>(
          "liveroom.kafka.bootstrap-servers",
          SettingType.TEXT,
          "127.0.0.1:9092",
          "Kafka brokers, host:port,host:port");

  public static final SettingKey<String> REGISTRY_URL =
      new SettingKey<>(
          "liveroom.registry.url",
          SettingType.TEXT,
          "http://127.0.0.1:8081/apis/ccompat/v7",
          "base URL of a schema registry with the Confluent API");

  public static final SettingKey<String> TOPIC_PREFIX =
      new SettingKey<>(
          "liveroom.topics.prefix", SettingType.TEXT, "liveroom", "first part of topic names");

  public static final SettingKey<Integer> PARTITIONS =
      new SettingKey<>(
          "liveroom.topics.partitions",
          SettingType.COUNT,
          "12",
          "partitions of every topic; 128 recommended in production");

  public static final SettingKey<Integer> REPLICATION =
      new SettingKey<>(
          "liveroom.topics.replication",
          SettingType.COUNT,
          "1",
          "copies of every partition; 3 recommended in production");

  public static final SettingKey<Path> DATA_DIRECTORY =
      new SettingKey<>(
          "liveroom.data-dir",
          SettingType.FILE,
          ".liveroom",
          "folder of local data: broker, registry, processor state, logs");

  public static final SettingKey<String> LOG_FORMAT =
      new SettingKey<>(
          "liveroom.log.format", SettingType.oneOf("text", "json"), "text", "form of log lines");

  public static final SettingKey<String> LOG_LEVEL =
      new SettingKey<>(
          "liveroom.log.level",
          SettingType.oneOf("error", "warn", "info", "debug"),
          "info",
          "least level that liveroom's own code logs");

  public static final SettingKey<String> MANAGEMENT_HOST =
      new SettingKey<>(
          "liveroom.management.host",
          SettingType.TEXT,
          "127.0.0.1",
          "address of /livez, /readyz and /metrics");

  public static final SettingKey<Integer> MANAGEMENT_PORT =
      new SettingKey<>(
          "liveroom.management.port",
          SettingType.PORT_OR_OFF,
          "0",
          "port of /livez, /readyz and /metrics; 0 = any free one, told at the start; off = none");

  public static final SettingKey<URI> PLATFORM_URL =
      optional(
          "liveroom.platform.url",
          SettingType.HTTP_URL,
          "base URL of the platform's HTTP service, such as http://host");

  public static final SettingKey<String> PLATFORM_TOKEN =
      optional("liveroom.platform.token", SettingType.SECRET, "token of the platform's service");

  public static final SettingKey<Path> PLATFORM_TOKEN_FILE =
      optional(
          "liveroom.platform.token-file",
          SettingType.FILE,
          "file that holds the token; read again when it changes");

  private CommonKeys() {}

  static List<SettingKey<?>> all() {
    return List.of(
        BOOTSTRAP_SERVERS,
        REGISTRY_URL,
        TOPIC_PREFIX,
        PARTITIONS,
        REPLICATION,
        DATA_DIRECTORY,
        LOG_FORMAT,
        LOG_LEVEL,
        MANAGEMENT_HOST,
        MANAGEMENT_PORT,
        PLATFORM_URL,
        PLATFORM_TOKEN,
        PLATFORM_TOKEN_FILE);
  }
}
