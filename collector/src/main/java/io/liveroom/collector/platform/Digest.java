package io.liveroom.collector.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Fingerprints of bytes, for identities. */
final class Digest {

  private static final int STRONG_BYTES = 16;

  private Digest() {}

  /** 32 bits, fast: tells apart answers about one room with the same server time. */
  static String quick(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, bytes.length);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /** 128 bits of SHA-256: an identity on its own. */
  static String strong(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, STRONG_BYTES));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
