package io.liveroom.warehouse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on loopback. */
final class Postgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static Postgres start() {
    try {
      return new Postgres(
          EmbeddedPostgres.builder()
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "off") // only the worker is killed here
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL", e);
    }
  }

  /** What the connectors need to find it. */
  Map<String, String> settings() {
    return Map.of(
        "WAREHOUSE_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
        "WAREHOUSE_USER", "postgres",
        "WAREHOUSE_PASSWORD", "postgres");
  }

  /** Runs a file of statements. */
  void run(Path file) throws IOException {
    execute(Files.readString(file));
  }

  void execute(String statements) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The first column of the first row, a count. */
  long count(String question) {
    return ((Number) rows(question).get(0).values().iterator().next()).longValue();
  }

  /** Each row as its columns by name: arrays as lists, times without zone. */
  List<Map<String, @Nullable Object>> rows(String question) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question)) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static Map<String, @Nullable Object> row(ResultSet found) throws SQLException {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
      row.put(found.getMetaData().getColumnLabel(column), plain(found.getObject(column)));
    }
    return row;
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    if (value instanceof Array array) {
      return Arrays.asList((Object[]) array.getArray());
    }
    return value;
  }
}
