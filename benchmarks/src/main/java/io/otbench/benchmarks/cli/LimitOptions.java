package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.run.CellLimits;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a cell may take before its worker is ended. */
final class LimitOptions {

  @Option(
      names = "--wall",
      paramLabel = "S",
      converter = Converters.Seconds.class,
      description =
          "Wall time per cell in seconds, then the worker is ended and the cell is timeout."
              + " Default: no limit.")
  private @Nullable Double wallSeconds;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      converter = Converters.Memory.class,
      description =
          "Resident memory of a worker in MiB (Linux); above it the worker is ended and the cell is"
              + " out_of_memory. Default: no limit.")
  private @Nullable Integer memoryMib;

  /** The limits; those that are not on the command line are taken from the file. */
  CellLimits limits(MatrixFile file) {
    return new CellLimits(
        Optional.ofNullable(wallSeconds)
            .or(() -> file.value("wall", new Converters.Seconds()))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()),
        Optional.ofNullable(memoryMib)
            .or(() -> file.value("memory", new Converters.Memory()))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }
}
