package io.liveroom.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.Topics;
import io.liveroom.warehouse.Connectors.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The tables' DDL is written from the connectors and the schemas, so that it follows them. */
final class TablesTest {

  @Test
  void tables_ofPostgresql_areThoseOfTodaysSchemas() throws IOException {
    assertShipped(Path.of("sql", "tables.sql"), TableText.HEAD, TableText::of);
  }

  @Test
  void tables_ofClickHouse_areThoseOfTodaysSchemas() throws IOException {
    assertShipped(Path.of("clickhouse", "tables.sql"), ClickHouseText.HEAD, ClickHouseText::of);
  }

  private static void assertShipped(Path shipped, String head, Function<Table, String> text)
      throws IOException {
    StringBuilder all = new StringBuilder(head);
    Connectors.tables(new Topics(Topics.DEFAULT_PREFIX))
        .forEach(table -> all.append(text.apply(table)));
    Path today = Path.of("target").resolve(shipped);
    Files.createDirectories(today.getParent());
    Files.writeString(today, all);
    assertThat(Files.exists(shipped) ? Files.readString(shipped) : "")
        .as("a record or connector changed: cp deploy/connect/%s deploy/connect/%s", today, shipped)
        .isEqualTo(all.toString());
  }
}
