package io.liveroom.benchmarks.flood;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded frame with its WebSocket header, ready to be sent again under new message ids: the
 * last digits of each id are written over, so its length and shape stay.
 */
final class Frame {

  private static final int DIGITS = 9;
  private static final Pattern ID =
      Pattern.compile("\"(?:msg_id|tid)(?:_str)?\"\\s*:\\s*\"?(\\d{18,20})");

  private final byte[] bytes;
  private final List<List<Integer>> places; // of each message: where its id's last digits begin

  private Frame(byte[] bytes, List<List<Integer>> places) {
    this.bytes = bytes;
    this.places = places;
  }

  static Frame of(byte[] payload) {
    byte[] head = head(payload.length);
    Map<String, List<Integer>> byId = new LinkedHashMap<>();
    Matcher ids = ID.matcher(new String(payload, ISO_8859_1));
    while (ids.find()) {
      byId.computeIfAbsent(ids.group(1), id -> new ArrayList<>())
          .add(head.length + ids.end(1) - DIGITS);
    }
    byte[] whole = new byte[head.length + payload.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(payload, 0, whole, head.length, payload.length);
    return new Frame(whole, List.copyOf(byId.values()));
  }

  int messages() {
    return places.size();
  }

  int length() {
    return bytes.length;
  }

  /** Copies the frame, its messages numbered from a number on; answers where the copy ends. */
  int write(byte[] into, int at, long number) {
    System.arraycopy(bytes, 0, into, at, bytes.length);
    for (int message = 0; message < places.size(); message++) {
      for (int place : places.get(message)) {
        digits(into, at + place, number + message);
      }
    }
    return at + bytes.length;
  }

  private static void digits(byte[] into, int at, long number) {
    long rest = number;
    for (int place = DIGITS - 1; place >= 0; place--) {
      into[at + place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** A final text frame, unmasked as a server's are. */
  private static byte[] head(int length) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(0x81);
    if (length < 126) {
      head.write(length);
    } else if (length < 65_536) {
      head.write(126);
      head.write(length >> 8);
      head.write(length);
    } else {
      throw new IllegalArgumentException("a frame of " + length + " bytes is not usual chat");
    }
    return head.toByteArray();
  }
}
