package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ways to spoil a body: of bytes, without knowing what they mean, and of JSON, field by field. */
final class Mutations {

  /** What a service may put where something else belongs, as JSON. */
  static final List<String> STRANGE =
      List.of(
          "null",
          "true",
          "false",
          "-1",
          "0.5",
          "1e400",
          "1e-999999999",
          "99999999999999999999999999",
          "9".repeat(2000),
          "\"\"",
          "\"text\"",
          "\"NaN\"",
          "\"-Infinity\"",
          "\"10万+\"",
          "\"" + "万".repeat(50) + "\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"" + "long".repeat(5000) + "\"",
          "[]",
          "[[1],{\"a\":null}]",
          "{}",
          "{\"data\":{\"data\":[{\"id\":1}]}}",
          "[".repeat(150) + "]".repeat(150));

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();
  private static final String MARK = "\"here-the-value-is-put\"";
  private static final byte[][] SPLINTERS = {
    {0},
    {(byte) 0xFF},
    {(byte) 0xC3},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {'"'},
    {'{'},
    {']'},
    {','},
    {'\\'},
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
    {'\n'},
    "1e".getBytes(UTF_8)
  };

  private Mutations() {}

  /** A body spoilt in one to four ways. */
  static byte[] spoilt(byte[] body, byte[] other, Random random) {
    byte[] bytes = body.clone();
    for (int ways = 1 + random.nextInt(4); ways > 0 && bytes.length > 0; ways--) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(64));
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> replaced(bytes, from, from, SPLINTERS[random.nextInt(SPLINTERS.length)]);
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 4 -> replaced(bytes, from, bytes.length, tail(other, random));
            default -> flipped(bytes, from, random.nextInt(8));
          };
    }
    return bytes;
  }

  /** The body once for each of its fields and elements, with a strange value in its place. */
  static List<byte[]> strangeEverywhere(byte[] body, String strange) {
    List<byte[]> all = new ArrayList<>();
    JsonNode whole = tree(body);
    List<JsonPointer> places = new ArrayList<>();
    collect(whole, JsonPointer.empty(), places);
    for (JsonPointer place : places) {
      all.add(withStrange(whole, place, strange));
    }
    return all;
  }

  /** The body once for each of its fields, with the field there a second time, null. */
  static List<byte[]> everyKeyTwice(byte[] body) {
    List<byte[]> all = new ArrayList<>();
    String text = tree(body).toString();
    for (int at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
      String key = text.substring(text.lastIndexOf('"', at - 1), at + 1);
      int open = text.lastIndexOf(key, at);
      all.add((text.substring(0, open) + key + ":null," + text.substring(open)).getBytes(UTF_8));
    }
    return all;
  }

  /** What a chat envelope holds, as a socket may send it: the bare list, and each bare message. */
  static List<byte[]> bareForms(byte[] envelope) {
    JsonNode data = tree(envelope).path("data");
    JsonNode list = data.isArray() ? data : data.path("messages");
    List<byte[]> all = new ArrayList<>();
    all.add(list.toString().getBytes(UTF_8));
    list.forEach(message -> all.add(message.toString().getBytes(UTF_8)));
    return all;
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException("a golden body must be readable", notJson);
    }
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonPointer place = at.appendProperty(field.getKey());
      places.add(place);
      collect(field.getValue(), place, places);
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      places.add(at.appendIndex(index));
      collect(node.get(index), at.appendIndex(index), places);
    }
  }

  private static byte[] withStrange(JsonNode whole, JsonPointer place, String strange) {
    JsonNode copy = whole.deepCopy();
    JsonNode parent = copy.at(place.head());
    String mark = MARK.substring(1, MARK.length() - 1);
    if (parent instanceof ObjectNode object) {
      object.put(place.last().getMatchingProperty(), mark);
    } else if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), mark);
    }
    return copy.toString().replace(MARK, strange).getBytes(UTF_8);
  }

  /** A body cut off, its bits flipped, or bytes put into it, in one to four places. */
  static byte[] torn(byte[] body, Random random) {
    byte[] bytes = body.clone();
    for (int ways = 1 + random.nextInt(4); ways > 0 && bytes.length > 0; ways--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            case 1 -> replaced(bytes, at, at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
            default -> flipped(bytes, at, random.nextInt(8));
          };
    }
    return bytes;
  }

  private static byte[] tail(byte[] body, Random random) {
    return Arrays.copyOfRange(body, random.nextInt(body.length), body.length);
  }

  private static byte[] flipped(byte[] bytes, int at, int bit) {
    bytes[at] ^= (byte) (1 << bit);
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
