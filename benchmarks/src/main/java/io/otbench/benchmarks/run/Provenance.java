package io.otbench.benchmarks.run;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.suite.Suite;
import io.otbench.reports.results.RunEnvironment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a run is made with and on. What cannot be found out is {@code unknown}. */
final class Provenance {

  private static final long BYTES_PER_MIB = 1 << 20;

  private Provenance() {}

  /**
   * @param code what runs
   * @param cellsOfOtherBuilds cells of the folder that stay and that other code made
   * @param cellsOfOtherMachines cells of the folder that stay and that another kind of machine ran
   * @param clock for the time of day
   */
  static RunEnvironment of(
      RunPlan plan,
      CodeIdentity code,
      int cellsOfOtherBuilds,
      int cellsOfOtherMachines,
      InstantSource clock) {
    Optional<Path> checkout = Checkout.find().map(Checkout::root);
    return new RunEnvironment(
        Suite.VERSION,
        checkout
            .flatMap(root -> Platform.output(root, "git", "rev-parse", "HEAD"))
            .orElse(Platform.UNKNOWN),
        checkout
            // A plain status refreshes the index, and leaves its lock behind when the disk is full.
            .flatMap(
                root ->
                    Platform.output(root, "git", "--no-optional-locks", "status", "--porcelain"))
            .map(changes -> !changes.isEmpty())
            .orElse(false),
        Runtime.version().toString(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        Engine.getDjlVersion(),
        CodeIdentity.libtorchVersion(),
        Stream.of("os.name", "os.version", "os.arch")
            .map(System::getProperty)
            .reduce((a, b) -> a + " " + b)
            .orElse(Platform.UNKNOWN),
        Platform.cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        memoryMib(),
        plan.workers(),
        1,
        plan.request().commandLine(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        code.hash(),
        cellsOfOtherBuilds,
        cellsOfOtherMachines);
  }

  private static long memoryMib() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        / BYTES_PER_MIB;
  }
}
