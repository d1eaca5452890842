package io.liveroom.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.liveroom.broker.LocalBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A broker that knows its clients by name and lets each do what it was given, and nothing else. */
final class GuardedBroker implements AutoCloseable {

  private static final String OPERATOR = "operator";
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private final LocalBroker broker;

  private GuardedBroker(LocalBroker broker) {
    this.broker = broker;
  }

  /**
   * @param users names of clients; one more, the operator, may do everything
   */
  static GuardedBroker start(Path directory, List<String> users) {
    StringBuilder known = new StringBuilder(LOGIN);
    users.forEach(user -> known.append(" user_%s=\"%s\"".formatted(user, user)));
    known.append(" user_%s=\"%s\" username=\"%s\" password=\"%s\";".formatted(all(OPERATOR)));
    return new GuardedBroker(
        LocalBroker.start(
            directory,
            0,
            Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config", known.toString(),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // who comes without a name is the broker itself, at its controller
                "super.users", "User:ANONYMOUS;User:" + OPERATOR)));
  }

  Map<String, Object> operator() {
    return client(OPERATOR);
  }

  /** What a client of that name needs. */
  Map<String, Object> client(String user) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        LOGIN + " username=\"%s\" password=\"%s\";".formatted(user, user));
  }

  /** Does what Strimzi's operator would do with a KafkaUser's rules. */
  void grant(String user, JsonNode rules) throws ExecutionException, InterruptedException {
    List<AclBinding> bindings = new ArrayList<>();
    for (JsonNode rule : rules) {
      ResourcePattern pattern = pattern(rule.path("resource"));
      rule.path("operations")
          .forEach(operation -> bindings.add(binding(user, pattern, operation.asText())));
    }
    try (Admin admin = Admin.create(operator())) {
      admin.createAcls(bindings).all().get();
    }
  }

  private static ResourcePattern pattern(JsonNode resource) {
    String type = resource.path("type").asText().replaceAll("(?=[A-Z])", "_");
    boolean isPrefix = resource.path("patternType").asText().equals("prefix");
    return new ResourcePattern(
        ResourceType.fromString(type),
        resource.path("name").asText(),
        isPrefix ? PatternType.PREFIXED : PatternType.LITERAL);
  }

  private static AclBinding binding(String user, ResourcePattern pattern, String operation) {
    AclOperation known = AclOperation.fromString(operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    return new AclBinding(
        pattern, new AccessControlEntry("User:" + user, "*", known, AclPermissionType.ALLOW));
  }

  private static Object[] all(String word) {
    return new Object[] {word, word, word, word};
  }

  @Override
  public void close() {
    broker.close();
  }
}
