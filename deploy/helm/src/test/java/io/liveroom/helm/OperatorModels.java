package io.liveroom.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroup;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Manifests of operators' kinds, read by the classes that their operators (Strimzi) or clients
 * (Prometheus) are written with. A class keeps what it does not know, so each field is looked up.
 */
final class OperatorModels {

  /**
   * By their names, as the compiler would want to see Strimzi's annotations too, which are
   * published nowhere.
   */
  private static final Map<String, String> KINDS =
      Map.of(
          "kafka.strimzi.io/v1 KafkaTopic", "io.strimzi.api.kafka.model.topic.KafkaTopic",
          "kafka.strimzi.io/v1 KafkaUser", "io.strimzi.api.kafka.model.user.KafkaUser",
          "kafka.strimzi.io/v1 KafkaConnector",
              "io.strimzi.api.kafka.model.connector.KafkaConnector",
          "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class.getName(),
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class.getName());

  /** What the Prometheus operator's definitions require; its classes do not say. */
  private static final Map<Class<?>, List<String>> REQUIRED =
      Map.of(
          ServiceMonitorSpec.class, List.of("selector", "endpoints"),
          RuleGroup.class, List.of("name"),
          Rule.class, List.of("expr"));

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

  private OperatorModels() {}

  static boolean know(JsonNode manifest) {
    return KINDS.containsKey(key(manifest));
  }

  /** What is wrong with a manifest of a known kind, with the path to it. */
  static List<String> mistakes(JsonNode manifest) {
    List<String> mistakes = new ArrayList<>();
    try {
      compare("", manifest, JSON.treeToValue(manifest, kind(manifest)), mistakes);
    } catch (JsonProcessingException e) {
      mistakes.add(String.valueOf(e.getOriginalMessage()));
    }
    return mistakes;
  }

  private static Class<?> kind(JsonNode manifest) {
    try {
      return Class.forName(KINDS.get(key(manifest)));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no class for " + key(manifest), e);
    }
  }

  private static String key(JsonNode manifest) {
    return manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
  }

  private static void compare(
      String path, JsonNode given, @Nullable Object model, List<String> mistakes) {
    if (given.isArray() && model instanceof List<?> several) {
      for (int index = 0; index < given.size(); index++) {
        compare(path + "/" + index, given.get(index), several.get(index), mistakes);
      }
    } else if (given.isObject() && model != null && !(model instanceof Map<?, ?>)) {
      compareFields(path, given, model, mistakes);
    }
  }

  private static void compareFields(
      String path, JsonNode given, Object model, List<String> mistakes) {
    Map<String, BeanPropertyDefinition> known = properties(model);
    given
        .properties()
        .forEach(
            field -> {
              BeanPropertyDefinition property = known.get(field.getKey());
              String place = path + "/" + field.getKey();
              if (property == null || property.getAccessor() == null) {
                mistakes.add("unknown field " + place);
              } else {
                Object value = property.getAccessor().getValue(model);
                compare(place, field.getValue(), value, mistakes);
              }
            });
    known.values().stream()
        .filter(property -> isRequired(property, model) && !given.hasNonNull(property.getName()))
        .forEach(property -> mistakes.add("missing field " + path + "/" + property.getName()));
  }

  private static Map<String, BeanPropertyDefinition> properties(Object model) {
    BeanDescription description =
        JSON.getSerializationConfig().introspect(JSON.constructType(model.getClass()));
    return description.findProperties().stream()
        .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
  }

  private static boolean isRequired(BeanPropertyDefinition property, Object model) {
    return property.isRequired()
        || REQUIRED.getOrDefault(model.getClass(), List.of()).contains(property.getName());
  }
}
