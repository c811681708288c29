package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.progress.RunDisplay;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.ResultStore;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunEnvironment;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the cells of a plan that are not complete yet and writes their rows; this process is the
 * only writer. Ctrl-C leaves complete cells and says how to go on.
 */
public final class MatrixRun {

  /** Opens something of the run folder, which the user chose. */
  @FunctionalInterface
  private interface Opening<T> {
    T open() throws IOException;
  }

  private static final Set<CellStatus> RETRIED =
      Set.of(CellStatus.FAILED, CellStatus.TIMEOUT, CellStatus.OUT_OF_MEMORY, CellStatus.CRASHED);

  private final RunPlan plan;
  private final PrintStream out;
  private final Set<CellKey> wanted;

  /**
   * @param out for what the user reads
   */
  public MatrixRun(RunPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.wanted = plan.cells().stream().map(Cell::key).collect(Collectors.toSet());
  }

  /**
   * Runs until every cell is complete.
   *
   * @return whether no cell of the plan failed
   * @throws UsageException when the folder cannot be used; nothing was trained then
   * @throws RunFailedException when results can no longer be written
   */
  public boolean run() throws InterruptedException {
    RunFolder folder = usable(() -> RunFolder.create(plan.out()));
    try (ResultStore store = usable(() -> ResultStore.open(folder))) {
      RunEnvironment environment = Provenance.of(plan);
      usable(() -> refuseAnotherBuild(folder, store, environment));
      List<Cell> missing = missing(folder, store);
      if (!missing.isEmpty()) {
        usable(() -> describe(folder, environment));
        runCells(missing, folder, store);
      }
      return noneFailed(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    } catch (UncheckedIOException e) {
      throw failure(folder, Objects.requireNonNull(e.getCause()));
    }
  }

  private static <T> T usable(Opening<T> opening) {
    try {
      return opening.open();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("run folder cannot be used: " + e);
    }
  }

  /** Rows of two builds must not stand side by side under the name of one. */
  private RunFolder refuseAnotherBuild(
      RunFolder folder, ResultStore store, RunEnvironment environment) throws IOException {
    boolean allRunAgain = plan.force() && wanted.containsAll(store.finished());
    if (store.finished().isEmpty() || allRunAgain || !Files.exists(folder.environment())) {
      return folder;
    }
    RunEnvironment before = RunEnvironment.read(folder.environment());
    if (!before.codeFingerprint().equals(environment.codeFingerprint())) {
      throw new IllegalArgumentException(
          "%s holds results of another build of otbench (started %s); name a new folder with --out,"
                  .formatted(folder.path(), before.started())
              + " or run all of its cells again with --force");
    }
    return folder;
  }

  private List<Cell> missing(RunFolder folder, ResultStore store) throws IOException {
    Set<CellKey> done = new HashSet<>(store.finished());
    done.retainAll(wanted);
    // What may have been the machine's fault is tried again; a divergence would come again.
    Results.read(folder.path()).rows().stream()
        .filter(row -> RETRIED.contains(row.status()))
        .map(ResultRow::key)
        .forEach(done::remove);
    if (done.isEmpty() || plan.force()) {
      return plan.cells();
    }
    out.printf(
        "%d of %d cells are already complete; --force runs them again%n",
        done.size(), wanted.size());
    return plan.cells().stream().filter(cell -> !done.contains(cell.key())).toList();
  }

  private RunFolder describe(RunFolder folder, RunEnvironment environment) throws IOException {
    writeConfigs(folder);
    environment.write(folder.environment());
    return folder;
  }

  private void runCells(List<Cell> cells, RunFolder folder, ResultStore store)
      throws IOException, InterruptedException {
    int workers = Math.min(plan.workers(), cells.size());
    Map<Cell, CellResult> results = new HashMap<>();
    try (CellExecutor executor = new LocalWorkers(workers, folder.logs());
        InterruptNotice notice = new InterruptNotice(executor, store, wanted, plan, out);
        RunDisplay display =
            RunDisplay.create(cells, executor.slots(), plan.benchmark().headlineMetric(), out)) {
      executor.run(
          cells,
          (slot, cell, event) -> {
            CellResult result = results.computeIfAbsent(cell, CellResult::new);
            result.add(event);
            if (event instanceof CellEvent.Finished finished) {
              notice.unlessInterrupted(
                  () -> write(store, folder, result, cell, finished.outcome()));
              results.remove(cell);
            }
            display.onEvent(slot, cell, event);
          });
    }
    deleteEmptyLogs(folder);
  }

  private static void write(
      ResultStore store, RunFolder folder, CellResult result, Cell cell, CellOutcome outcome) {
    try {
      if (store.finished().contains(cell.key())) {
        store.remove(Set.of(cell.key()));
        PointClouds.remove(folder, cell.key());
        TableSamples.remove(folder, cell.key());
      }
      List<ResultRow> rows = rows(result, runName(folder), outcome);
      // Before the result rows: a complete cell has its points and its rows of a table.
      if (result.cloud().isPresent()) {
        PointClouds.write(folder, cell.key(), result.cloud().get());
      }
      if (result.sample().isPresent()) {
        TableSamples.write(folder, cell.key(), result.sample().get());
      }
      store.append(rows, result.curve());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a cell; a solver that reports impossible numbers has failed. */
  private static List<ResultRow> rows(CellResult result, String run, CellOutcome outcome) {
    try {
      return result.rows(run, outcome);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return result.rows(run, CellOutcome.notOk(CellStatus.FAILED, message, Cost.UNKNOWN));
    }
  }

  private static String runName(RunFolder folder) {
    Path name = folder.path().toAbsolutePath().normalize().getFileName();
    return name == null ? "run" : name.toString();
  }

  private void writeConfigs(RunFolder folder) throws IOException {
    Map<String, String> texts =
        plan.cells().stream()
            .map(Cell::config)
            .distinct()
            .collect(Collectors.toMap(config -> config.hash(), config -> config.canonicalText()));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.configFile(text.getKey()), text.getValue() + "\n");
    }
  }

  private boolean noneFailed(RunFolder folder) throws IOException {
    return Results.read(folder.path()).rows().stream()
        .filter(row -> wanted.contains(row.key()))
        .map(ResultRow::status)
        .noneMatch(CellStatus::isFailure);
  }

  /** Worker logs hold what the processes print themselves, which is nothing on a good day. */
  private static void deleteEmptyLogs(RunFolder folder) throws IOException {
    try (var logs = Files.newDirectoryStream(folder.logs(), "worker-*.log")) {
      for (Path log : logs) {
        if (Files.size(log) == 0) {
          Files.delete(log);
        }
      }
    }
  }

  private static RunFailedException failure(RunFolder folder, IOException e) {
    String reason =
        e instanceof FileSystemException inFile && inFile.getReason() != null
            ? inFile.getReason()
            : e.getMessage();
    return new RunFailedException(
        "cannot write results to %s: %s; complete rows are kept".formatted(folder.path(), reason),
        e);
  }
}
