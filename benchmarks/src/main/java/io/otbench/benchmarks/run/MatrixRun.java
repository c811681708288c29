package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Finished;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.progress.RunDisplay;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CellStore;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.store.ForcedCells;
import io.otbench.benchmarks.store.Freshness;
import io.otbench.benchmarks.store.Freshness.State;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Runs the cells of a plan that are not complete yet and writes their results; this process is the
 * only writer. Ctrl-C leaves complete cells and says how to go on.
 */
public final class MatrixRun {

  /** Opens something of the run folder, which the user chose. */
  @FunctionalInterface
  private interface Opening<T> {
    T open() throws IOException;
  }

  /** Makes the place where the cells run. */
  @FunctionalInterface
  interface ExecutorFactory {
    CellExecutor open(int workers, Path logFolder) throws IOException;
  }

  private final RunPlan plan;
  private final PrintStream out;
  private final ExecutorFactory executors;
  private final InstantSource clock;
  private final CodeIdentity code = CodeIdentity.of(ClassPath.entries(), ClassPath.plugins());

  /**
   * @param out for what the user reads
   */
  public MatrixRun(RunPlan plan, PrintStream out) {
    this(
        plan,
        out,
        (workers, logFolder) -> new LocalWorkers(workers, logFolder, plan.request().limits()),
        InstantSource.system());
  }

  /**
   * @param clock for the time of day, which may jump: durations are not measured by it
   */
  MatrixRun(RunPlan plan, PrintStream out, ExecutorFactory executors, InstantSource clock) {
    this.plan = plan;
    this.out = out;
    this.executors = executors;
    this.clock = clock;
  }

  /**
   * Runs until every cell is complete.
   *
   * @return whether no cell of the plan failed
   * @throws UsageException when the folder cannot be used; nothing was trained then
   * @throws RunFailedException when results can no longer be written
   */
  public boolean run() throws InterruptedException {
    RunFolder folder = usable(() -> CellStore.folder(plan.out()));
    try (CellStore store = usable(() -> CellStore.open(folder))) {
      Map<CellKey, CellHead> heads = store.heads();
      Set<CellKey> forced = usable(() -> ForcedCells.left(folder, heads.values()));
      if (plan.request().force()) {
        forced.addAll(plan.cells().stream().map(Cell::key).toList());
      }
      Freshness freshness = new Freshness(folder, heads.values(), plan.cells(), forced);
      Map<Cell, State> states = new LinkedHashMap<>();
      plan.cells().forEach(cell -> states.put(cell, freshness.state(identity(cell))));
      List<Cell> missing =
          plan.cells().stream().filter(cell -> states.get(cell) != State.FRESH).toList();
      if (store.keptAside()) {
        out.printf(
            "no cell of %s has a file any more; its rows are kept in %s%n",
            plan.out(), folder.resultsWithoutCells());
      }
      sayWhatIsThere(freshness, states, missing);
      usable(() -> writeRequest(folder));
      if (!missing.isEmpty()) {
        usable(() -> describe(folder, freshness, cellsOfOtherMachines(heads, missing)));
        runCells(missing, forced, folder, store);
      } else {
        // Status and reports speak of the last command, as explain does.
        state(folder, store, Set.of()).close();
      }
      ForcedCells.forgetWhenDone(folder, store.heads().values());
      return noneFailed(store);
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

  private CellIdentity identity(Cell cell) {
    return new CellIdentity(cell, code);
  }

  private void sayWhatIsThere(Freshness freshness, Map<Cell, State> states, List<Cell> missing)
      throws IOException {
    int complete = plan.cells().size() - missing.size();
    if (complete > 0) {
      out.printf(
          "%d of %d cells are already complete; --force runs them again%n",
          complete, plan.cells().size());
    }
    long left = states.values().stream().filter(State.FORCED::equals).count();
    if (left > 0 && !plan.request().force()) {
      out.printf(
          "%d of %d cells are left of a run with --force that did not end, and run again%n",
          left, plan.cells().size());
    }
    long stale = states.values().stream().filter(State.STALE::equals).count();
    if (stale > 0 && !plan.request().force()) {
      out.printf(
          "%d of %d cells are of another build and run again; otbench explain says why%n",
          stale, plan.cells().size());
    }
    int others = freshness.othersOfAnotherBuild(code).size();
    if (others > 0) {
      out.printf(
          "%d more cells of %s are of another build and stay: this command does not name them%n",
          others, plan.out());
    }
    if (plan.request().verbose()) {
      for (Cell cell : missing) {
        out.printf("%s: %s%n", cell.name(), freshness.explain(identity(cell)));
      }
    }
  }

  /** Cells that stay; times of two kinds of machines stand side by side then. */
  private static int cellsOfOtherMachines(Map<CellKey, CellHead> heads, List<Cell> missing) {
    Set<CellKey> again = missing.stream().map(Cell::key).collect(Collectors.toSet());
    return (int)
        heads.values().stream()
            .filter(head -> !again.contains(head.key()))
            .filter(head -> !head.platform().equals(Platform.current()))
            .count();
  }

  /** Also where nothing is left to run: it is what explain and reproduce answer for. */
  private RunFolder writeRequest(RunFolder folder) throws IOException {
    WholeFile.write(folder.request(), Json.line(plan.request()) + "\n");
    return folder;
  }

  private RunFolder describe(RunFolder folder, Freshness freshness, int cellsOfOtherMachines)
      throws IOException {
    writeConfigs(folder);
    Provenance.of(
            plan, code, freshness.othersOfAnotherBuild(code).size(), cellsOfOtherMachines, clock)
        .write(folder.environment());
    return folder;
  }

  private void runCells(List<Cell> cells, Set<CellKey> forced, RunFolder folder, CellStore store)
      throws IOException, InterruptedException {
    int workers = Math.min(plan.workers(), cells.size());
    Set<CellKey> complete = ConcurrentHashMap.newKeySet();
    plan.cells().forEach(cell -> complete.add(cell.key()));
    Set<CellKey> again = cells.stream().map(Cell::key).collect(Collectors.toSet());
    complete.removeAll(again);
    // Those of an earlier run are not those of this one, which may be killed before it has some.
    Files.deleteIfExists(folder.totals());
    Map<Cell, CellResult> results = new HashMap<>();
    RunTotals totals = new RunTotals();
    // What tells of a killed run is there before the folder is changed.
    try (RunStateFile state = state(folder, store, again);
        CellExchange exchange =
            new CellExchange(executors.open(workers, folder.logs()), folder.exchange());
        InterruptNotice notice = new InterruptNotice(exchange, store, state, complete, plan, out);
        RunDisplay display =
            RunDisplay.create(cells, exchange.slots(), plan.benchmark().headlineMetric(), out)) {
      notice.unlessInterrupted(() -> takeOut(again, forced, folder, store));
      exchange.run(
          cells,
          (slot, cell, event) ->
              notice.unlessInterrupted(
                  () -> {
                    CellResult result =
                        results.computeIfAbsent(cell, started -> new CellResult(identity(started)));
                    result.add(event);
                    CellEvent told = event;
                    if (event instanceof Finished finished) {
                      CellRecord record = result.finish(finished.outcome());
                      write(store, record, result);
                      complete.add(cell.key());
                      results.remove(cell);
                      // What is stored may be a failure that the worker does not know of.
                      told = new Finished(record.outcome());
                    }
                    totals.onEvent(slot, cell, told);
                    state.onEvent(slot, cell, told);
                    display.onEvent(slot, cell, told);
                    sayMore(cell, told);
                  }));
    }
    out.println(totals.sentence());
    WholeFile.write(folder.totals(), Json.line(totals.workers()) + "\n");
    deleteEmptyLogs(folder);
  }

  /**
   * The state of this run, which begins.
   *
   * @param missing cells that will run
   */
  private RunStateFile state(RunFolder folder, CellStore store, Set<CellKey> missing) {
    Set<CellKey> stored = store.heads().keySet();
    return new RunStateFile(
        folder.state(),
        plan.cells().size(),
        plan.cells().size() - missing.size(),
        store.lastNumber(),
        (int) missing.stream().filter(stored::contains).count(),
        clock);
  }

  /** Takes cells that run again out of what is shown. */
  private void takeOut(Set<CellKey> again, Set<CellKey> forced, RunFolder folder, CellStore store) {
    try {
      if (plan.request().force()) {
        ForcedCells.remember(folder, forced, store.lastNumber());
      }
      store.withdraw(again);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sayMore(Cell cell, CellEvent event) {
    if (plan.request().verbose() && event instanceof Finished finished) {
      Cost cost = finished.outcome().cost();
      out.printf(
          Locale.ROOT,
          "%s: %d steps, training %.2f s, evaluation %.2f s, logging %.2f s, start-up %.2f s,"
              + " peak %.0f MiB; logs/%s%n",
          cell.name(),
          cost.steps(),
          cost.trainSeconds(),
          cost.evalSeconds(),
          cost.loggingSeconds(),
          cost.startUpSeconds(),
          cost.peakRssMib(),
          cell.logFileName());
    }
  }

  private static void write(CellStore store, CellRecord record, CellResult result) {
    try {
      store.put(record, result.cloud(), result.sample());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeConfigs(RunFolder folder) throws IOException {
    Map<String, String> texts =
        plan.cells().stream()
            .map(Cell::config)
            .distinct()
            .collect(Collectors.toMap(CellConfig::hash, CellConfig::canonicalText));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.configFile(text.getKey()), text.getValue() + "\n");
    }
  }

  private boolean noneFailed(CellStore store) {
    Map<CellKey, CellHead> heads = store.heads();
    return plan.cells().stream()
        .map(cell -> Objects.requireNonNull(heads.get(cell.key())).status())
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
    if (!Files.isDirectory(folder.cells())) {
      return new RunFailedException(
          "run folder %s was removed or moved while it was written; start the command again"
              .formatted(folder.path()),
          e);
    }
    String reason =
        e instanceof FileSystemException inFile && inFile.getReason() != null
            ? inFile.getReason()
            : e.getMessage();
    return new RunFailedException(
        "cannot write results to %s: %s; complete cells are kept".formatted(folder.path(), reason),
        e);
  }
}
