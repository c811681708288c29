package io.otbench.reports;

import io.otbench.reports.results.Results;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Small runs among the test resources, made up but of realistic size. {@code three-seeds} has a
 * diverged cell, a solver that ran out of memory and a solver with an awkward name; {@code
 * one-seed} has neither failures nor a description of the machine.
 */
public final class Runs {
  public static final String AWKWARD = "<script>alert(\"x\")</script>, Ωπ’s";
  private static final Path ROOT = Path.of("src", "test", "resources", "runs");

  private Runs() {}

  public static Path folder(String name) {
    return ROOT.resolve(name);
  }

  public static Results read(String name) throws IOException {
    return Results.read(folder(name));
  }
}
