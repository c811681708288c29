package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.regression.CellChange;
import io.otbench.reports.regression.Change;
import io.otbench.reports.regression.JUnitXml;
import io.otbench.reports.regression.Limits;
import io.otbench.reports.regression.MarkdownSummary;
import io.otbench.reports.regression.Measure;
import io.otbench.reports.regression.RunComparison;
import io.otbench.reports.regression.Selection;
import io.otbench.reports.results.CompleteResults;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.statistics.MetricDirection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a run is worse than an earlier one. */
@Command(
    name = "compare",
    description =
        "Compares a run with an earlier one; exit code 1 if something got worse by more than noise.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class CompareCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "BASELINE",
      converter = Converters.Folder.class,
      description = "Run folder or results.csv of the earlier run.")
  private Path baseline = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "CANDIDATE",
      converter = Converters.Folder.class,
      description = "Run folder or results.csv of the run to judge.")
  private Path candidate = Path.of("");

  @Option(
      names = "--metrics",
      paramLabel = "A,B",
      converter = Converters.Names.class,
      description =
          "What to compare: accuracy for all scores, names of metrics, time, memory. Default: all"
              + " three; time only between runs on one kind of processor.")
  private List<String> metrics = List.of();

  @Option(
      names = "--tolerance",
      paramLabel = "R",
      converter = Converters.Factor.class,
      description =
          "Factor from which on a change matters where seeds show what is noise. Default: 1.2.")
  private double tolerance = Limits.DEFAULT.tested();

  @Option(
      names = "--single-tolerance",
      paramLabel = "R",
      converter = Converters.Factor.class,
      description = "The same where there are too few seeds for a test. Default: 2.")
  private double singleTolerance = Limits.DEFAULT.untested();

  @Option(
      names = "--allow-missing",
      description = "Cells and metrics that the candidate lacks are no regression.")
  private boolean allowMissing;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      converter = Converters.AnyFile.class,
      description = "Write the comparison as Markdown for a pull request.")
  private @Nullable Path markdown;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      converter = Converters.AnyFile.class,
      description = "Write the comparison as a JUnit report.")
  private @Nullable Path junit;

  CompareCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    RunComparison comparison = compare();
    if (markdown != null) {
      write(markdown, MarkdownSummary.of(comparison));
    }
    if (junit != null) {
      write(junit, JUnitXml.of(comparison));
    }
    print(comparison, invocation.out());
    return comparison.hasRegression() ? ExitCode.FAILED : ExitCode.OK;
  }

  private RunComparison compare() {
    try {
      requireTwo();
      CompleteResults before = CompleteResults.read(baseline);
      CompleteResults after = CompleteResults.read(candidate);
      checkMetrics(before, after);
      return RunComparison.of(
          before,
          after,
          new Selection(Set.copyOf(metrics)),
          new Limits(tolerance, singleTolerance),
          allowMissing);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("cannot read the runs to compare: " + e);
    }
  }

  /** A run is never worse than itself, whatever was meant to be compared. */
  private void requireTwo() throws IOException {
    Path before = rows(baseline);
    Path after = rows(candidate);
    if (Files.exists(before) && Files.exists(after) && Files.isSameFile(before, after)) {
      throw new UsageException(
          "BASELINE and CANDIDATE must be two runs, but %s and %s are one"
              .formatted(baseline, candidate));
    }
  }

  private static Path rows(Path run) {
    return Files.isDirectory(run) ? new RunFolder(run).results() : run;
  }

  private void checkMetrics(CompleteResults before, CompleteResults after) {
    Set<String> known = new TreeSet<>();
    Arrays.stream(Measure.values()).map(Measure::text).forEach(known::add);
    Stream.of(before, after)
        .flatMap(results -> results.rows().stream())
        .map(ResultRow::metric)
        .filter(metric -> !metric.equals(ResultRow.STATUS))
        .filter(metric -> !MetricDirection.isNoScore(metric))
        .forEach(known::add);
    for (String metric : metrics) {
      if (MetricDirection.isNoScore(metric)) {
        throw new UsageException(
            "--metrics must name scores, accuracy, time or memory, but '%s' has no better or worse"
                .formatted(metric));
      }
      if (!known.contains(metric)) {
        throw new UsageException(NearestName.message("metric", metric, "in --metrics", known));
      }
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot write %s: its folder does not exist".formatted(file));
    } catch (IOException e) {
      throw new UsageException("cannot write %s: %s".formatted(file, e));
    }
  }

  private static void print(RunComparison comparison, PrintStream out) {
    for (Change change : comparison.with(Change.Outcome.REGRESSION)) {
      out.println("regression: " + change.place() + ": " + change.text());
    }
    for (CellChange change : comparison.cellChanges()) {
      out.println(
          (change.regression() ? "lost: " : "other: ") + change.place() + ": " + change.text());
    }
    for (Change change : comparison.with(Change.Outcome.IMPROVEMENT)) {
      out.println("improvement: " + change.place() + ": " + change.text());
    }
    comparison.notes().forEach(note -> out.println("note: " + note));
    out.println(comparison.summary());
  }
}
