package io.liveroom.collector.platform;

import static io.liveroom.collector.platform.Decoders.fixture;
import static io.liveroom.collector.platform.Decoders.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Users;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: read, denied or a dead letter, and never an exception. */
class FuzzTest {

  private final Decoders decoders = new Decoders(Users.PSEUDONYM);

  @Property(tries = 500)
  void decode_mutatedBytes_neverThrows(
      @ForAll @IntRange(max = 8) int which,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1 << 24) Integer> places,
      @ForAll byte value,
      @ForAll @IntRange(max = 100) int kept) {
    List<String> names =
        List.of(
            "chat-first.json",
            "chat-later.json",
            "chat-kinds.json",
            "info-ended.json",
            "feed.json",
            "status.json",
            "audience.json",
            "promotions.json",
            "promotions-broken.json");
    byte[] bytes = fixture(names.get(which)).clone();
    places.forEach(place -> bytes[place % bytes.length] = value);
    byte[] cut =
        kept > 90 ? java.util.Arrays.copyOf(bytes, bytes.length * (kept - 90) / 10) : bytes;
    assertThat(everyReading(cut)).doesNotContainNull();
  }

  @Property(tries = 300)
  void mask_anyBytes_keepsLengthAndHidesDigits(@ForAll byte[] bytes) {
    byte[] masked = PayloadMask.mask(bytes);
    assertThat(masked).hasSameSizeAs(bytes);
    for (byte one : masked) {
      assertThat(one >= '1' && one <= '9').isFalse();
    }
  }

  private List<Object> everyReading(byte[] bytes) {
    return List.of(
        decoders.chat().decode(payload(Endpoint.CHAT, bytes), Decoders.ROOM),
        decoders.info().decode(payload(Endpoint.INFO, bytes)),
        decoders.feed().decode(payload(Endpoint.FEED, bytes)),
        decoders.status().decode(payload(Endpoint.STATUS, bytes)),
        decoders.audience().decode(payload(Endpoint.AUDIENCE, bytes), Decoders.ROOM),
        decoders.promotions().decode(payload(Endpoint.PROMOTIONS, bytes)));
  }
}
