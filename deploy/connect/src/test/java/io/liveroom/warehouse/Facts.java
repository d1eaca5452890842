package io.liveroom.warehouse;

import static java.time.ZoneOffset.UTC;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.CollectionGap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Invented records in which every field says something, or, where it may, nothing. The same ones at
 * every run.
 */
final class Facts {

  /** An evening in China: the day begins among the rooms' starts. */
  static final Instant START = Instant.parse("2026-03-01T15:00:00Z");

  private static final int OWNERS = 3;
  private static final int PRODUCTS = 4;

  private final Random random = new Random(20260301);

  /** A room's id. */
  static String room(int number) {
    return "73000000000000000" + (10 + number);
  }

  /** Every revision of some minutes of a room, in order; the last of each is its final. */
  List<RoomMinute> minutes(int room, int count, int revisions) {
    List<RoomMinute> all = new ArrayList<>();
    for (int minute = 0; minute < count; minute++) {
      Instant start = START.plus(minute, ChronoUnit.MINUTES);
      for (int revision = 1; revision <= revisions; revision++) {
        RoomMinute figures = filled(new RoomMinute());
        figures.setRoomId(room(room));
        figures.setWindowStart(start);
        figures.setWindowEnd(start.plusSeconds(60));
        figures.setRevision(revision);
        figures.setIsFinal(revision == revisions);
        all.add(figures);
      }
    }
    return all;
  }

  /** A room's broadcast, once running and once final. */
  List<RoomSession> session(int room) {
    List<RoomSession> all = new ArrayList<>();
    for (int revision = 1; revision <= 2; revision++) {
      RoomSession figures = filled(new RoomSession());
      figures.setRoomId(room(room));
      figures.setOwnerId("owner-" + room % OWNERS);
      figures.setStartedAt(START.plus(room * 20L, ChronoUnit.MINUTES));
      figures.setEndedAt(revision == 1 ? null : START.plus(300L + room, ChronoUnit.MINUTES));
      figures.setRevision(revision);
      figures.setIsFinal(revision == 2);
      all.add(figures);
    }
    return all;
  }

  /** What happened to a room's products. */
  List<PromotionChange> changes(int room, int count) {
    List<PromotionChange> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      PromotionChange change = filled(new PromotionChange());
      change.setChangeId(room(room) + ":change:" + number);
      change.setRoomId(room(room));
      change.setPromotionId("promotion-" + number % PRODUCTS);
      change.setChangedAt(START.plusSeconds(number * 30L));
      all.add(change);
    }
    return all;
  }

  /** Alerts of a room, each begun and ended. */
  List<Alert> alerts(int room, int count) {
    List<Alert> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      for (int state = 0; state < 2; state++) {
        Alert alert = filled(new Alert());
        alert.setAlertId(room(room) + ":online_drop:" + number);
        alert.setRoomId(room(room));
        all.add(alert);
      }
    }
    return all;
  }

  /** Stretches of a room that were not seen. */
  List<CollectionGap> gaps(int room, int count) {
    List<CollectionGap> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      CollectionGap gap = filled(new CollectionGap());
      gap.setEventId(room(room) + ":gap:" + number);
      gap.setRoomId(room(room));
      all.add(gap);
    }
    return all;
  }

  /** What a table's row must hold of a record. */
  static Map<String, @Nullable Object> row(SpecificRecord record) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (Field field : record.getSchema().getFields()) {
      row.put(field.name(), plain(record.get(field.pos())));
    }
    return row;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Instant time) {
      return LocalDateTime.ofInstant(time, UTC);
    }
    return value instanceof Enum<?> symbol ? symbol.name() : value;
  }

  private <R extends SpecificRecord> R filled(R record) {
    for (Field field : record.getSchema().getFields()) {
      boolean isSilent = field.schema().getType() == Schema.Type.UNION && random.nextInt(5) == 0;
      record.put(field.pos(), isSilent ? null : value(TableText.value(field.schema())));
    }
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> "a 'text' 直播 " + random.nextInt(1000);
      case ENUM -> symbol(schema);
      case BOOLEAN -> random.nextInt(4) == 0;
      case INT -> random.nextInt(1000);
      case LONG ->
          schema.getLogicalType() == null ? (Object) (long) random.nextInt(100_000) : time();
      case DOUBLE -> random.nextDouble() * 100;
      case ARRAY -> List.of(value(schema.getElementType()), value(schema.getElementType()));
      case RECORD, MAP, UNION, FIXED, BYTES, FLOAT, NULL ->
          throw new IllegalStateException("no record here has a field of " + schema);
    };
  }

  private Instant time() {
    return START.plusMillis(random.nextInt(100_000_000));
  }

  private Object symbol(Schema schema) {
    Object[] symbols = SpecificData.get().getClass(schema).getEnumConstants();
    return symbols[random.nextInt(symbols.length)];
  }
}
