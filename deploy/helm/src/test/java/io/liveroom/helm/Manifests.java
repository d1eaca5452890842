package io.liveroom.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A manifest of any kind, read strictly. */
final class Manifests {

  private Manifests() {}

  /** What Kubernetes or an operator would refuse. */
  static List<String> mistakes(JsonNode manifest) {
    return OperatorModels.know(manifest)
        ? OperatorModels.mistakes(manifest)
        : CoreModels.mistakes(manifest);
  }
}
