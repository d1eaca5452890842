package io.liveroom.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.Yaml;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Manifests of Kubernetes' own kinds, read by the classes that are made of its API. Neither of the
 * two readings sees everything: the one finds wrong types and quantities, the other what is
 * missing.
 */
final class CoreModels {

  /** Kept, as a logger that nobody holds may be made anew with its old level. */
  private static final Logger READER = Logger.getLogger("org.yaml.snakeyaml");

  static {
    READER.setLevel(Level.SEVERE);
  }

  private CoreModels() {}

  /** What is wrong with a manifest, in the models' words. */
  static List<String> mistakes(JsonNode manifest) {
    String text = manifest.toString();
    List<String> mistakes = new ArrayList<>();
    try {
      Yaml.load(text);
    } catch (Exception e) { // declares nothing narrower than IOException and throws more
      mistakes.add(String.valueOf(e.getMessage()));
    }
    validate(manifest, JsonParser.parseString(text), mistakes);
    return mistakes;
  }

  private static void validate(JsonNode manifest, JsonElement element, List<String> mistakes) {
    String version = manifest.path("apiVersion").asText();
    String kind = manifest.path("kind").asText();
    Class<?> model = ModelMapper.getApiTypeClass(version, kind);
    if (model == null) {
      mistakes.add("no such kind: " + version + " " + kind);
      return;
    }
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
    } catch (InvocationTargetException e) {
      mistakes.add(String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(model + " cannot be asked", e);
    }
  }
}
