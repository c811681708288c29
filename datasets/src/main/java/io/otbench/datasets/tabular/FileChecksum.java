package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.files.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The checksum of a file.
 *
 * @param file path or resource
 * @param algorithm such as SHA-256
 * @param value lower-case hexadecimal digits
 * @param expected what it should be, where that is known
 */
public record FileChecksum(String file, String algorithm, String value, Optional<String> expected) {

  private static final int BLOCK_BYTES = 1 << 16;

  /** Whether the file is the known one; true where none is known. */
  public boolean agrees() {
    return expected.isEmpty() || expected.get().equals(value);
  }

  /** The file, its checksum and what is to be thought of it, such as {@code as expected}. */
  public String description() {
    String verdict =
        expected
            .map(known -> agrees() ? "as expected" : "but expected is " + known)
            .orElse("with nothing to compare");
    return "%s %s %s %s".formatted(file, algorithm, value, verdict);
  }

  static FileChecksum of(TableSource source, String algorithm, Optional<String> expected) {
    try (InputStream bytes = source.opener().open()) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
        digest.update(block, 0, read);
      }
      String value = HexFormat.of().formatHex(digest.digest());
      return new FileChecksum(source.name(), algorithm, value, expected);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + source.name(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
