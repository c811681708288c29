package io.otbench.benchmarks.run;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;
import io.otbench.benchmarks.suite.Suite;
import io.otbench.reports.results.RunEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds out what a run is made with and on. What cannot be found out is {@code unknown}. */
final class Provenance {

  private static final String UNKNOWN = "unknown";
  private static final long BYTES_PER_MIB = 1 << 20;

  private Provenance() {}

  static RunEnvironment of(RunPlan plan) {
    Optional<Path> checkout = Checkout.find().map(Checkout::root);
    return new RunEnvironment(
        Suite.VERSION,
        checkout.flatMap(root -> output(root, "git", "rev-parse", "HEAD")).orElse(UNKNOWN),
        checkout
            // A plain status refreshes the index, and leaves its lock behind when the disk is full.
            .flatMap(root -> output(root, "git", "--no-optional-locks", "status", "--porcelain"))
            .map(changes -> !changes.isEmpty())
            .orElse(false),
        Runtime.version().toString(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        Engine.getDjlVersion(),
        libtorchVersion(),
        Stream.of("os.name", "os.version", "os.arch")
            .map(System::getProperty)
            .reduce((a, b) -> a + " " + b)
            .orElse(UNKNOWN),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        memoryMib(),
        plan.workers(),
        1,
        plan.commandLine(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        CodeFingerprint.of(ClassPath.entries(), ClassPath.plugins()));
  }

  private static String libtorchVersion() {
    Properties found = new Properties();
    try (InputStream in =
        Provenance.class.getClassLoader().getResourceAsStream("native/lib/pytorch.properties")) {
      if (in != null) {
        found.load(in);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    return found.getProperty("version", UNKNOWN);
  }

  private static String cpuModel() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      // Only Linux has that file.
      return output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string").orElse(UNKNOWN);
    }
  }

  private static long memoryMib() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        / BYTES_PER_MIB;
  }

  /** What a command prints, if it exists and ends well within some seconds. */
  private static Optional<String> output(Path folder, String... command) {
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
