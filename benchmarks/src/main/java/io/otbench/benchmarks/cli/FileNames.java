package io.otbench.benchmarks.cli;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What names of files may hold here: the system's encoding of them is that of the locale, and under
 * {@code LC_ALL=C} it holds ASCII only, whatever is on the disk.
 */
final class FileNames {

  private FileNames() {}

  /** Why a path cannot be used; nothing when it can. */
  static Optional<String> unusable(String path) {
    String encoding = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    return Charset.forName(encoding).newEncoder().canEncode(path)
        ? Optional.empty()
        : Optional.of(
            "'%s' has characters that the encoding of file names here, %s, cannot hold;"
                    .formatted(path, encoding)
                + " set LC_ALL to another one, such as C.UTF-8");
  }
}
