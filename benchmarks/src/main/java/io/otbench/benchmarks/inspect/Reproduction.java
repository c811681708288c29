package io.otbench.benchmarks.inspect;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.run.CellExchange;
import io.otbench.benchmarks.run.CellLimits;
import io.otbench.benchmarks.run.CellResult;
import io.otbench.benchmarks.run.ClassPath;
import io.otbench.benchmarks.run.LocalWorkers;
import io.otbench.benchmarks.run.RunRequest;
import io.otbench.benchmarks.store.CellFiles;
import io.otbench.benchmarks.store.CellHead;
import io.otbench.benchmarks.store.CellIdentity;
import io.otbench.benchmarks.store.CellRecord;
import io.otbench.benchmarks.store.CodeIdentity;
import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs stored cells again and compares; the folder itself stays as it is. */
public final class Reproduction {

  private final StoredRun run;
  private final CodeIdentity code = CodeIdentity.of(ClassPath.entries(), ClassPath.plugins());

  /** Of cells of a folder. */
  public Reproduction(StoredRun run) {
    this.run = run;
  }

  /**
   * Runs cells again and prints a line for each. A cell whose training the limit of time stopped
   * cannot come out the same, because the step where it stops depends on the machine and its load.
   *
   * @param names see {@link StoredRun#named}
   * @return whether all of them came out the same
   */
  public boolean of(List<String> names, PrintStream out) throws IOException, InterruptedException {
    run.requirePlugins();
    Map<Cell, CellRecord> stored = new LinkedHashMap<>();
    for (String name : names) {
      for (CellHead head : run.named(name)) {
        if (head.isRetried()) {
          throw new UsageException(
              "%s has no result to reproduce: it is %s"
                  .formatted(
                      head.name(), CellFiles.read(run.folder(), head).outcome().status().text()));
        }
        CellRecord record = CellFiles.read(run.folder(), head);
        SameInput.require(record.identity());
        stored.put(record.cell(), record);
      }
    }
    List<Cell> whole =
        stored.values().stream()
            .filter(record -> !isStoppedByTime(record))
            .map(CellRecord::cell)
            .toList();
    Map<Cell, CellRecord> again = whole.isEmpty() ? Map.of() : runAgain(whole);
    boolean same = true;
    for (CellRecord before : stored.values()) {
      // What was stopped before did not run again.
      CellRecord now =
          isStoppedByTime(before) ? before : Objects.requireNonNull(again.get(before.cell()));
      if (isStoppedByTime(now)) {
        out.printf("%s: not reproducible, %s%n", before.cell().name(), now.outcome().message());
        same = false;
        continue;
      }
      CellComparison comparison = CellComparison.of(before, now);
      out.printf("%s: %s%n", before.cell().name(), comparison.sentence());
      List<String> builds = before.identity().differences(now.identity());
      if (!comparison.isSame() && !builds.isEmpty()) {
        out.printf("  it was made by another build: %s%n", String.join("; ", builds));
      }
      same &= comparison.isSame();
    }
    return same;
  }

  private static boolean isStoppedByTime(CellRecord record) {
    return record.cell().config().data().trainSecondsLimit().isPresent()
        && record.outcome().isStoppedByTime();
  }

  private Map<Cell, CellRecord> runAgain(List<Cell> cells)
      throws IOException, InterruptedException {
    Map<Cell, CellResult> results = new HashMap<>();
    Map<Cell, CellRecord> finished = new HashMap<>();
    int workers = Math.min(cells.size(), Runtime.getRuntime().availableProcessors());
    CellLimits limits = run.request().map(RunRequest::limits).orElse(CellLimits.NONE);
    Path logs = Files.createTempDirectory("otbench-reproduce");
    try (CellExchange exchange =
            new CellExchange(new LocalWorkers(workers, logs, limits), logs.resolve("exchange"));
        Interrupt interrupt = new Interrupt(exchange, logs)) {
      exchange.run(
          cells,
          (slot, cell, event) -> {
            CellResult result =
                results.computeIfAbsent(
                    cell, begun -> new CellResult(new CellIdentity(begun, code)));
            result.add(event);
            if (event instanceof CellEvent.Finished ended) {
              finished.put(cell, result.finish(ended.outcome()));
            }
          });
    } finally {
      delete(logs);
    }
    return finished;
  }

  /** While it is open, the end of this JVM (Ctrl-C) ends the workers and leaves no file. */
  private static final class Interrupt implements AutoCloseable {

    private final Thread hook;

    Interrupt(CellExchange exchange, Path folder) {
      this.hook =
          new Thread(
              () -> {
                exchange.close();
                try {
                  delete(folder);
                } catch (IOException | UncheckedIOException e) {
                  // It is in the folder for temporary files, which the system empties.
                }
              },
              "interrupt");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending and the hook does it.
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
