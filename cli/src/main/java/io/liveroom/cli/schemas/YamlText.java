package io.liveroom.cli.schemas;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Maps and lists as YAML: a line for each value, and values that are a line as a whole. */
final class YamlText {

  private static final int ENDLESS = Integer.MAX_VALUE;

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setWidth(ENDLESS)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .build();

  /** What is written in one line. */
  record Line(Object value) {}

  private YamlText() {}

  static String of(Map<String, ?> tree) {
    return new Dump(SETTINGS, new Lines()).dumpToString(tree);
  }

  /** Writes lines by the engine's own rules for what stands within one. */
  private static final class Lines extends StandardRepresenter {

    private final StandardRepresenter inLine =
        new StandardRepresenter(
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.FLOW).setWidth(ENDLESS).build());

    Lines() {
      super(SETTINGS);
      representers.put(Line.class, this::line);
    }

    private Node line(Object line) {
      return inLine.represent(((Line) line).value());
    }
  }
}
