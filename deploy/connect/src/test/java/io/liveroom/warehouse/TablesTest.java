package io.liveroom.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.Topics;
import io.liveroom.warehouse.Connectors.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables' DDL is written from the connectors and the schemas, so that it follows them. */
final class TablesTest {

  private static final Path SHIPPED = Path.of("sql", "tables.sql");
  private static final Path TODAY = Path.of("target", "tables.sql");

  @Test
  void tables_ofTodaysSchemas_areTheShippedOnes() throws IOException {
    StringBuilder text = new StringBuilder(TableText.HEAD);
    for (Table table : Connectors.tables(new Topics(Topics.DEFAULT_PREFIX))) {
      text.append(TableText.of(table));
    }
    Files.writeString(TODAY, text);
    assertThat(Files.exists(SHIPPED) ? Files.readString(SHIPPED) : "")
        .as("a record or connector changed: cp deploy/connect/%s deploy/connect/%s", TODAY, SHIPPED)
        .isEqualTo(text.toString());
  }
}
