package io.liveroom.system;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record of the ledger with a published one, field by field, by name: {@code chatUsers}
 * is {@code chat_users}. Names that only the ledger has must be listed.
 */
final class Differences {

  private static final double TOLERANCE = 1e-9; // relative: two ways to add up the same doubles

  private Differences() {}

  /** One line for each field that differs. */
  static List<String> between(Record truth, SpecificRecord published, Set<String> leftOut) {
    List<String> lines = new ArrayList<>();
    for (Method figure : figures(truth)) {
      if (!leftOut.contains(figure.getName())) {
        String name = snakeCase(figure.getName());
        Object expected = valueOf(figure, truth);
        Object actual = valueOf(name, published);
        if (!same(expected, actual)) {
          lines.add(name + ": ledger " + expected + ", published " + actual);
        }
      }
    }
    return lines;
  }

  /** The components, and the methods that derive more figures from them. */
  private static List<Method> figures(Record truth) {
    return Stream.of(truth.getClass().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Set.of("toString", "hashCode").contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static @Nullable Object valueOf(Method figure, Record truth) {
    try {
      return figure.invoke(truth);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + figure, e);
    }
  }

  private static @Nullable Object valueOf(String name, SpecificRecord published) {
    Schema.Field field = published.getSchema().getField(name);
    if (field == null) {
      throw new AssertionError(published.getSchema().getName() + " has no field " + name);
    }
    return published.get(field.pos());
  }

  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Double || expected instanceof Float) {
      return actual instanceof Number number
          && close(((Number) expected).doubleValue(), number.doubleValue());
    }
    if (expected instanceof Number number) {
      return actual instanceof Number other && number.longValue() == other.longValue();
    }
    if (expected instanceof Enum<?> constant) {
      return actual instanceof Enum<?> other && constant.name().equals(other.name());
    }
    return Objects.equals(expected, actual);
  }

  private static boolean close(double expected, double actual) {
    return Math.abs(expected - actual) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
