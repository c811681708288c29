package io.otbench.benchmarks.run;

import io.otbench.benchmarks.store.CodeIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The kind of this machine, on which the last bits of all numbers depend. */
public final class Platform {

  /** What cannot be found out. */
  static final String UNKNOWN = "unknown";

  private static final String CURRENT =
      "%s %s, %s, JDK %d, libtorch %s, one thread"
          .formatted(
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              cpuModel(),
              Runtime.version().feature(),
              CodeIdentity.libtorchVersion());

  private Platform() {}

  /** In words: equal words, equal bits. */
  public static String current() {
    return CURRENT;
  }

  static String cpuModel() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException | UncheckedIOException e) {
      // Only Linux has that file.
      return output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string").orElse(UNKNOWN);
    }
  }

  /** What a command prints, if it exists and ends well within some seconds. */
  static Optional<String> output(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text.trim())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
