package io.otbench.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory of this process as Linux tells it. Elsewhere all figures are 0: Java can see its
 * heap but not the native memory that matters here.
 */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");
  private static final double KIB_PER_MIB = 1024;

  private ResidentMemory() {}

  /** Resident now, in MiB. */
  static double currentMib() {
    return statusMib("VmRSS:");
  }

  /** The largest since the last {@link #resetPeak}, or since the start where that is refused. */
  static double peakMib() {
    return statusMib("VmHWM:");
  }

  /** Makes the peak start again from what is resident now. */
  static void resetPeak() {
    try {
      if (Files.isWritable(CLEAR_REFS)) {
        // 5 resets the high-water mark; see proc_pid_clear_refs(5).
        Files.writeString(CLEAR_REFS, "5");
      }
    } catch (IOException e) {
      // Some containers refuse; the peak is then that of the whole process so far.
    }
  }

  private static double statusMib(String key) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return parseMib(Files.readAllLines(STATUS), key);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Reads a line such as {@code VmHWM: 123456 kB}; 0 when there is none. */
  static double parseMib(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("kB", "").trim())
        .mapToDouble(kib -> Long.parseLong(kib) / KIB_PER_MIB)
        .findFirst()
        .orElse(0);
  }
}
