package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * A final that is remembered for a while, so that what comes too late can be told, and what is only
 * then known not to have been seen.
 *
 * @param published the final as it was published last
 * @param late events that came too late, those not yet published included
 */
record ClosedMinute(RoomMinute published, long late) {

  private static final long SCHEMA =
      SchemaNormalization.parsingFingerprint64(RoomMinute.getClassSchema());

  ClosedMinute withLateEvent() {
    return new ClosedMinute(published, late + 1);
  }

  boolean isChanged(Troubles.Quality quality) {
    return late != published.getLateEvents()
        || !quality.equals(
            new Troubles.Quality(
                orNone(published.getGapSeconds()),
                orNone(published.getReconnects()),
                orNone(published.getUndecodablePayloads())));
  }

  /** The next revision of the final: the same figures, but more is known of their quality. */
  ClosedMinute revised(Troubles.Quality quality) {
    RoomMinute next =
        RoomMinute.newBuilder(published)
            .setLateEvents(late)
            .setGapSeconds(quality.gapSeconds())
            .setReconnects(quality.reconnects())
            .setUndecodablePayloads(quality.undecodable())
            .setRevision(published.getRevision() + 1)
            .build();
    return new ClosedMinute(next, late);
  }

  private static long orNone(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  void write(StateWriter out) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<>(RoomMinute.class).write(published, encoder);
      out.bits(SCHEMA).number(late).bytes(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** Null for one that an older program wrote: what comes late for it is then not told. */
  static @Nullable ClosedMinute read(StateReader in) {
    long schema = in.bits();
    long late = in.number();
    byte[] bytes = in.bytes();
    if (schema != SCHEMA) {
      return null;
    }
    try {
      RoomMinute published =
          new SpecificDatumReader<>(RoomMinute.class)
              .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
      return new ClosedMinute(published, late);
    } catch (IOException e) {
      throw new UncheckedIOException("a remembered minute cannot be read", e);
    }
  }
}
