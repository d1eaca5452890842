package io.liveroom.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that must not be found, and the ways it could be written: as it is, in a URL, in JSON,
 * in hex, in base64 at any of the three places it can begin at.
 */
final class Needle {

  private static final int BITS = 6; // of a base64 digit

  private final String name;
  private final Map<String, String> forms = new LinkedHashMap<>(); // bytes as Latin-1 characters

  Needle(String name, String value) {
    this.name = name;
    byte[] bytes = value.getBytes(UTF_8);
    forms.put("plain", new String(bytes, ISO_8859_1));
    forms.put("UTF-16", new String(value.getBytes(UTF_16BE), ISO_8859_1));
    String url = URLEncoder.encode(value, UTF_8);
    forms.put("form", url);
    forms.put("URL", url.replace("+", "%20"));
    forms.put("JSON", escaped(value));
    forms.put("hex", HexFormat.of().formatHex(bytes));
    forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      forms.put("base64 at " + offset, base64(bytes, offset, Base64.getEncoder()));
      forms.put("base64url at " + offset, base64(bytes, offset, Base64.getUrlEncoder()));
    }
  }

  /** Every way it is written. */
  Map<String, String> forms() {
    return forms;
  }

  /** How it is written in there, and where; empty where it is not. */
  String found(byte[] hay) {
    String text = new String(hay, ISO_8859_1);
    StringBuilder found = new StringBuilder();
    forms.forEach(
        (form, written) -> {
          int at = text.indexOf(written);
          if (at >= 0) {
            String around = text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 120));
            found.append(name).append(" as ").append(form).append(" in: ").append(around);
          }
        });
    return found.toString();
  }

  /** The digits that are the same whatever stands around the bytes. */
  private static String base64(byte[] bytes, int offset, Base64.Encoder encoder) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    int first = (offset * Byte.SIZE + BITS - 1) / BITS;
    int end = shifted.length * Byte.SIZE / BITS;
    return encoder.withoutPadding().encodeToString(shifted).substring(first, end);
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value
        .chars()
        .forEach(
            each -> {
              if (each == '"' || each == '\\') {
                text.append('\\');
              }
              text.append(each < 0x7F ? Character.toString(each) : "\\u%04x".formatted(each));
            });
    return text.toString();
  }
}
