package io.liveroom.cli.rooms;

import java.util.regex.Pattern;

/** The form of a room id. */
public final class RoomId {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,19}");

  private RoomId() {}

  /** Whether this may be a room id: decimal digits, as the platform writes them. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
