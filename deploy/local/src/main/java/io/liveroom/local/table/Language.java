package io.liveroom.local.table;

import java.util.Locale;

/** The table's language. */
public enum Language {
  EN,
  ZH;

  /** Chinese where the locale is, else English. */
  public static Language of(String locale) {
    return locale.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }

  /** The one of two words that belongs to this language. */
  String pick(String english, String chinese) {
    return switch (this) {
      case EN -> english;
      case ZH -> chinese;
    };
  }
}
