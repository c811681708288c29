package io.otbench.benchmarks.run;

import io.otbench.benchmarks.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a worker JVM. Class paths outgrow command lines, so they stand in a file. */
final class WorkerArguments {

  /** The first version that warns about native access which was not allowed. */
  private static final int NATIVE_ACCESS_VERSION = 22;

  private static final int HEAP_MIB = 1024;

  private WorkerArguments() {}

  /**
   * Writes them beside the logs and returns the file.
   *
   * @param logFolder existing folder for the logs of cells and of the JVM
   * @param limits of each cell
   */
  static Path write(Path logFolder, CellLimits limits) throws IOException {
    List<String> arguments = new ArrayList<>();
    // Arrays live in native memory; the heap holds pools of rows and many short-lived handles of
    // arrays. A small young generation keeps those from adding some 100 MiB to the resident memory.
    arguments.add("-Xmx" + Math.min(HEAP_MIB, limits.memoryMib().orElse(HEAP_MIB)) + "m");
    limits
        .memoryMib()
        .ifPresent(limit -> arguments.add("-D" + WorkerMain.MEMORY_LIMIT + "=" + limit));
    arguments.add("-Xms32m");
    arguments.add("-Xmn16m");
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-XX:ErrorFile=" + logFolder.toAbsolutePath().resolve("jvm-crash-%p.log"));
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-Dai.djl.offline=true");
    arguments.add("-Dai.djl.pytorch.num_threads=1");
    arguments.add("-Dai.djl.pytorch.num_interop_threads=1");
    if (Runtime.version().feature() >= NATIVE_ACCESS_VERSION) {
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    arguments.add("-cp");
    arguments.add(
        ClassPath.entries().stream()
            .map(entry -> entry.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(WorkerMain.class.getName());
    arguments.add(logFolder.toAbsolutePath().toString());
    return Files.write(
        logFolder.resolve("worker.args"), arguments.stream().map(WorkerArguments::quoted).toList());
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
