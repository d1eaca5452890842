package io.liveroom.collector.platform;

import static io.liveroom.collector.platform.Decoders.fixture;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever the bytes are, they end as facts, as dead letters with their coordinates, or as the
 * service's own error; never as an exception, and the counters balance.
 */
class FuzzTest {

  /** A golden body of an endpoint. */
  private record Golden(Endpoint endpoint, String name) {
    byte[] bytes() {
      return fixture(name);
    }
  }

  private static final List<Golden> BODIES =
      List.of(
          new Golden(Endpoint.CHAT, "chat-first.json"),
          new Golden(Endpoint.CHAT, "chat-later.json"),
          new Golden(Endpoint.CHAT, "chat-kinds.json"),
          new Golden(Endpoint.INFO, "info-ended.json"),
          new Golden(Endpoint.FEED, "feed.json"),
          new Golden(Endpoint.STATUS, "status.json"),
          new Golden(Endpoint.AUDIENCE, "audience.json"),
          new Golden(Endpoint.PROMOTIONS, "promotions.json"));

  private static final int CHATS = 3; // the first of them

  private final Accounts accounts = new Accounts();

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void take_spoiltBytes_balances(@ForAll Random random) {
    Golden golden = BODIES.get(random.nextInt(BODIES.size()));
    byte[] other = BODIES.get(random.nextInt(BODIES.size())).bytes();
    accounts.take(golden.endpoint(), Mutations.spoilt(golden.bytes(), other, random));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void take_spoiltSocketForms_balances(@ForAll Random random) {
    List<byte[]> forms = Mutations.bareForms(BODIES.get(random.nextInt(CHATS)).bytes());
    byte[] form = forms.get(random.nextInt(forms.size()));
    byte[] other = forms.get(random.nextInt(forms.size()));
    accounts.take(Endpoint.CHAT, Mutations.spoilt(form, other, random));
  }

  @Property(tries = 300)
  void take_anyBytes_balances(@ForAll byte[] bytes) {
    BODIES.forEach(golden -> accounts.take(golden.endpoint(), bytes));
  }

  @Example
  void take_strangeValueAtEveryField_balances() {
    for (Golden golden : BODIES) {
      for (String strange : Mutations.STRANGE) {
        List<byte[]> bodies = Mutations.strangeEverywhere(golden.bytes(), strange);
        int step = 1 + bodies.size() / 100; // the large ones hold hundreds of unwatched fields
        for (int at = strange.length() % step; at < bodies.size(); at += step) {
          accounts.take(golden.endpoint(), bodies.get(at));
        }
      }
    }
  }

  @Example
  void take_everyKeyTwice_balances() {
    for (Golden golden : BODIES) {
      Mutations.everyKeyTwice(golden.bytes())
          .forEach(body -> accounts.take(golden.endpoint(), body));
    }
  }

  @Example
  void take_bareValuesAndNothing_areOneDeadLetterEach() {
    for (Endpoint endpoint : Endpoint.values()) {
      for (String bare : List.of("", " ", "1", "\"x\"", "true", "{}", "{}{}", "<html>", "]")) {
        assertThat(new Accounts().take(endpoint, bare.getBytes(UTF_8)))
            .as(endpoint + " " + bare)
            .isOne();
      }
    }
  }

  @Example
  void take_everyPrefix_isADeadLetter() {
    for (Golden golden : BODIES) {
      byte[] body = golden.bytes();
      Accounts fresh = new Accounts();
      for (int length = 0; length < body.length - 1; length += 31) {
        assertThat(fresh.take(golden.endpoint(), java.util.Arrays.copyOf(body, length)))
            .as(golden.name() + " cut at " + length)
            .isOne();
      }
    }
  }

  @Example
  void take_otherEncodings_areOneDeadLetter() {
    String list = "[" + "7,".repeat(4000) + "7]";
    assertThat(accounts.take(Endpoint.CHAT, list.getBytes(UTF_16))).isOne();
    assertThat(accounts.take(Endpoint.CHAT, ("\uFEFF" + "[7]").getBytes(UTF_8))).isOne();
  }

  @Example
  void take_dataOfAnotherShape_isNotSilentlyEmpty() {
    for (Endpoint endpoint : Endpoint.values()) {
      for (String data : List.of("7", "\"x\"", "true", "{\"data\":7}", "{\"data\":{\"data\":7}}")) {
        String body = "{\"code\":200,\"data\":" + data + "}";
        if (endpoint != Endpoint.PROMOTIONS || !data.contains("{\"data\":{")) {
          assertThat(new Accounts().take(endpoint, body.getBytes(UTF_8)))
              .as(endpoint + " " + body)
              .isOne();
        }
      }
    }
  }

  @Example
  void take_hugeStringsAndLists_staysWithinBounds() {
    String long10 = "x".repeat(10 << 20);
    String message = "{\"type\":\"WebcastChatMessage\",\"tid\":\"1\",\"text\":\"" + long10 + "\"}";
    assertThat(accounts.take(Endpoint.CHAT, message.getBytes(UTF_8))).isOne();
    String named = "{\"type\":\"WebcastChatMessage\",\"tid\":\"" + long10 + "\"}";
    assertThat(accounts.take(Endpoint.CHAT, named.getBytes(UTF_8))).isOne();
    String many = "[" + "{\"tid\":1},".repeat(300_000) + "{\"tid\":2}]";
    assertThat(accounts.take(Endpoint.CHAT, many.getBytes(UTF_8))).isOne();
    String deep = "[".repeat(1_000_000);
    assertThat(accounts.take(Endpoint.STATUS, deep.getBytes(UTF_8))).isOne();
    String deepKeys = "{\"data\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThat(accounts.take(Endpoint.CHAT, deepKeys.getBytes(UTF_8))).isOne();
  }
}
