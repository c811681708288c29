package io.otbench.benchmarks.fake;

import io.otbench.benchmarks.profiles.Overrides;
import io.otbench.benchmarks.profiles.Profiles;
import io.otbench.benchmarks.profiles.Setting;
import io.otbench.benchmarks.run.CellLimits;
import io.otbench.benchmarks.run.RunPlan;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.suite.DataOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Plans of the profile {@code smoke}; the solvers identity and linear are always in them. */
public final class FakePlans {

  private FakePlans() {}

  /** On the Gaussian pair of dimension 2. */
  public static RunPlan of(Path out, int seeds, int workers, String... solvers) {
    return of("gaussian", "gaussian-2", out, seeds, workers, false, solvers);
  }

  /** The same of one seed and one worker, with a limit of the training time in seconds. */
  public static RunPlan limited(Path out, double trainSeconds, String... solvers) {
    return plan(
        "gaussian",
        "gaussian-2",
        out,
        1,
        1,
        OptionalDouble.of(trainSeconds),
        false,
        Overrides.NONE,
        solvers);
  }

  /** The same with a setting over those of the profile, which may be a sweep. */
  public static RunPlan set(Path out, String setting, String... solvers) {
    return plan(
        "gaussian",
        "gaussian-2",
        out,
        1,
        1,
        OptionalDouble.empty(),
        false,
        new Overrides(Setting.parse(setting)),
        solvers);
  }

  /** On one problem. */
  public static RunPlan of(
      String benchmark,
      String problem,
      Path out,
      int seeds,
      int workers,
      boolean force,
      String... solvers) {
    return plan(
        benchmark,
        problem,
        out,
        seeds,
        workers,
        OptionalDouble.empty(),
        force,
        Overrides.NONE,
        solvers);
  }

  private static RunPlan plan(
      String benchmark,
      String problem,
      Path out,
      int seeds,
      int workers,
      OptionalDouble trainSecondsLimit,
      boolean force,
      Overrides overrides,
      String... solvers) {
    return RunPlan.of(
        new RunRequest(
            benchmark,
            "smoke",
            List.of(solvers),
            List.of(),
            List.of(problem),
            OptionalInt.of(seeds),
            Optional.of(out),
            OptionalInt.of(workers),
            trainSecondsLimit,
            CellLimits.NONE,
            DataOptions.NONE,
            Optional.empty(),
            force,
            false,
            "otbench run gaussian",
            overrides,
            "",
            Set.of()),
        Profiles.load());
  }

  /** The same request, to be answered at length. */
  public static RunRequest verbose(RunRequest quiet) {
    return new RunRequest(
        quiet.benchmark(),
        quiet.profile(),
        quiet.solvers(),
        quiet.dims(),
        quiet.problems(),
        quiet.seeds(),
        quiet.out(),
        quiet.workers(),
        quiet.trainSecondsLimit(),
        quiet.limits(),
        quiet.data(),
        quiet.plugins(),
        quiet.force(),
        true,
        quiet.commandLine(),
        quiet.overrides(),
        quiet.file(),
        quiet.inFile());
  }
}
