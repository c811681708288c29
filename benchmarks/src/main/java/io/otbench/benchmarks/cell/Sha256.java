package io.otbench.benchmarks.cell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, in the order in which they are added. */
public final class Sha256 {

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of one text. */
  public static String hex(String text) {
    return new Sha256().add(text).hex();
  }

  /** Adds the bytes of a text in UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** 64 hexadecimal digits; afterwards it is again of nothing. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
