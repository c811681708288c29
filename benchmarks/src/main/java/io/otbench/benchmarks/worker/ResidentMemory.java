package io.otbench.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory of processes as Linux tells it. Elsewhere all figures are 0: Java can see its
 * heap but not the native memory that matters here.
 */
public final class ResidentMemory {

  private static final String SELF = "self";
  private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");
  private static final double KIB_PER_MIB = 1024;

  private ResidentMemory() {}

  /** Resident now, in MiB. */
  static double currentMib() {
    return statusMib(SELF, "VmRSS:");
  }

  /** Resident now in another process, in MiB; 0 when it has ended. */
  public static double ofProcess(long pid) {
    return statusMib(Long.toString(pid), "VmRSS:");
  }

  /** The largest since the last {@link #resetPeak}, or since the start where that is refused. */
  static double peakMib() {
    return statusMib(SELF, "VmHWM:");
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

  private static double statusMib(String process, String key) {
    Path status = Path.of("/proc", process, "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return parseMib(Files.readAllLines(status), key);
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
