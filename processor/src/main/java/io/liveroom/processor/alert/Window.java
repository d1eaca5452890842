package io.liveroom.processor.alert;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What rules want to know of a window of room-minute; times in milliseconds.
 *
 * @param coverage covered share of the window, 0 where it is not known
 */
record Window(
    long start,
    long end,
    long revision,
    boolean isFinal,
    @Nullable Double onlineAverage,
    @Nullable Long onlineMax,
    double coverage,
    long follows,
    long viewers,
    long giftValue) {

  static Window of(RoomMinute minute) {
    Double coverage = minute.getOnlineCoverage();
    return new Window(
        minute.getWindowStart().toEpochMilli(),
        minute.getWindowEnd().toEpochMilli(),
        minute.getRevision(),
        minute.getIsFinal(),
        minute.getOnlineAvg(),
        minute.getOnlineMax(),
        coverage == null ? 0 : coverage,
        orZero(minute.getPlatformFollowsGained()),
        orZero(minute.getViewersGained()),
        minute.getGiftValue());
  }

  /** Covered time, milliseconds. */
  double covered() {
    return coverage * (end - start);
  }

  void write(StateWriter out) {
    out.number(start).number(end).number(revision).flag(isFinal);
    out.optionalDouble(onlineAverage).optionalNumber(onlineMax);
    out.bits(Double.doubleToLongBits(coverage)).number(follows).number(viewers).number(giftValue);
  }

  static Window read(StateReader in) {
    return new Window(
        in.number(),
        in.number(),
        in.number(),
        in.flag(),
        in.optionalDouble(),
        in.optionalNumber(),
        Double.longBitsToDouble(in.bits()),
        in.number(),
        in.number(),
        in.number());
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
