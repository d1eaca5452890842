package io.liveroom.processor.session;

import io.liveroom.observed.RoomSnapshot;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/** Where the viewers come from, as fractions. */
record Composition(
    @Nullable Double city,
    @Nullable Double myFollow,
    @Nullable Double videoDetail,
    @Nullable Double other) {

  static Composition of(RoomSnapshot snapshot) {
    return new Composition(
        snapshot.getShareFromCity(),
        snapshot.getShareFromMyFollow(),
        snapshot.getShareFromVideoDetail(),
        snapshot.getShareFromOther());
  }

  static void write(StateWriter out, Composition from) {
    out.optionalDouble(from.city).optionalDouble(from.myFollow);
    out.optionalDouble(from.videoDetail).optionalDouble(from.other);
  }

  static Composition read(StateReader in) {
    return new Composition(
        in.optionalDouble(), in.optionalDouble(), in.optionalDouble(), in.optionalDouble());
  }
}
