package io.liveroom.cli.schemas;

/** What lies between a schema of the catalogue and the registry. */
public sealed interface SchemaStep {

  String subject();

  /** One line for people. */
  String line();

  /** The registry has this very schema. */
  record Known(String subject, int id) implements SchemaStep {
    @Override
    public String line() {
      return "= %s (id %d)".formatted(subject, id);
    }
  }

  /** The registry lacks it and would take it. */
  record Missing(String subject) implements SchemaStep {
    @Override
    public String line() {
      return "+ " + subject;
    }
  }

  /** The registry took it just now. */
  record Added(String subject, int id) implements SchemaStep {
    @Override
    public String line() {
      return "+ %s (id %d)".formatted(subject, id);
    }
  }

  /** The registry refuses it: readers of older records would break. */
  record Incompatible(String subject, String reason) implements SchemaStep {
    @Override
    public String line() {
      return "! %s is not compatible: %s".formatted(subject, reason);
    }
  }
}
