package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Finished;
import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventReader;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.benchmarks.worker.WorkerMain;
import io.otbench.reports.results.CellStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real worker JVMs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LocalWorkersTest {

  @TempDir private Path logs;

  private CellExchange exchange(int workers, CellLimits limits) throws IOException {
    return new CellExchange(new LocalWorkers(workers, logs, limits), logs.resolve("exchange"));
  }

  private Map<String, CellOutcome> run(int workers, List<Cell> cells)
      throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes = new HashMap<>();
    try (CellExchange exchange = exchange(workers, CellLimits.NONE)) {
      exchange.run(
          cells,
          (slot, cell, event) -> {
            if (event instanceof Finished finished) {
              outcomes.put(cell.label(), finished.outcome());
            }
          });
    }
    return outcomes;
  }

  private static CellOutcome outcome(Map<String, CellOutcome> outcomes, String solver, int seed) {
    String label = "gaussian-2 " + solver + " seed " + seed;
    return Objects.requireNonNull(outcomes.get(label), label);
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().arguments().map(LocalWorkersTest::isWorker).orElse(false))
        .toList();
  }

  private static boolean isWorker(String[] arguments) {
    return arguments.length == 1 && arguments[0].endsWith("worker.args");
  }

  @Test
  void aBadCellCostsItselfOnly() throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes =
        run(
            1,
            List.of(
                FakeCells.of("fake-throw", 1),
                FakeCells.of("fake-crash", 1),
                FakeCells.of("fake-diverge", 1),
                FakeCells.of("fake-nan", 1),
                FakeCells.of("fake-hungry", 1),
                FakeCells.of("fake-abort", 1),
                FakeCells.of("fake-shape", 1),
                FakeCells.of("fake-close", 1),
                FakeCells.of("fake-good", 1)));
    assertThat(outcomes).hasSize(9);
    assertThat(outcome(outcomes, "fake-throw", 1).status()).isEqualTo(CellStatus.FAILED);
    CellOutcome crashed = outcome(outcomes, "fake-crash", 1);
    assertThat(crashed.status()).isEqualTo(CellStatus.CRASHED);
    assertThat(crashed.message())
        .isEqualTo(
            "the worker was ended by signal 6 (SIGABRT) (exit code 134), after step 1 of 10");
    assertThat(outcome(outcomes, "fake-diverge", 1).status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(outcome(outcomes, "fake-nan", 1).status()).isEqualTo(CellStatus.DIVERGED);
    CellOutcome hungry = outcome(outcomes, "fake-hungry", 1);
    assertThat(hungry.status()).isEqualTo(CellStatus.OUT_OF_MEMORY);
    assertThat(hungry.message())
        .matches("Java heap space; the heap of a worker holds 10\\d\\d MiB");
    CellOutcome aborted = outcome(outcomes, "fake-abort", 1);
    assertThat(aborted.status()).isEqualTo(CellStatus.CRASHED);
    assertThat(aborted.message()).contains("signal 6 (SIGABRT)");
    CellOutcome misshapen = outcome(outcomes, "fake-shape", 1);
    assertThat(misshapen.status()).isEqualTo(CellStatus.FAILED);
    assertThat(misshapen.message())
        .matches(
            "IllegalArgumentException: the forward map must return the shape of its points,"
                + " \\((\\d+), 2\\), but returned \\(\\1, 4\\)");
    CellOutcome clinging = outcome(outcomes, "fake-close", 1);
    assertThat(clinging.status()).isEqualTo(CellStatus.FAILED);
    assertThat(clinging.message()).contains("cannot be closed, on purpose");
    CellOutcome good = outcome(outcomes, "fake-good", 1);
    assertThat(good.status()).isEqualTo(CellStatus.OK);
    assertThat(good.cost().peakRssMib()).isBetween(50.0, 1_000.0);
    assertThat(children()).isEmpty();
  }

  @Test
  void whatIsPrintedGoesToTheLogOfTheCell() throws IOException, InterruptedException {
    Cell good = FakeCells.of("fake-good", 1);
    Cell thrown = FakeCells.of("fake-throw", 1);
    run(1, List.of(good, thrown));
    assertThat(logs.resolve(good.logFileName()))
        .content()
        .contains("fake-good prints in step 10", "step 10: uvp_forward")
        .doesNotContain("thrown on purpose");
    assertThat(logs.resolve(thrown.logFileName()))
        .content()
        .contains("thrown on purpose", "at io.otbench.benchmarks.fake.FakeSolver");
  }

  @Test
  void workersAreReusedAndGiveTheNumbersOfAnyOtherWorker()
      throws IOException, InterruptedException {
    Map<Long, Integer> startedWorkers = new HashMap<>();
    Map<String, CellOutcome> outcomes = new HashMap<>();
    List<Cell> cells =
        List.of(
            FakeCells.of("fake-good", 1),
            FakeCells.of("fake-good", 2),
            FakeCells.of("fake-good", 3));
    try (CellExchange exchange = exchange(1, CellLimits.NONE)) {
      exchange.run(
          cells,
          (slot, cell, event) -> {
            children().forEach(child -> startedWorkers.merge(child.pid(), 1, Integer::sum));
            if (event instanceof Finished finished) {
              outcomes.put(cell.label(), finished.outcome());
            }
          });
    }
    assertThat(startedWorkers).hasSize(1);
    CellOutcome inFreshWorker = outcome(run(1, List.of(cells.get(2))), "fake-good", 3);
    assertThat(outcome(outcomes, "fake-good", 3).measurements().get(0))
        .isEqualTo(inFreshWorker.measurements().get(0));
  }

  @Test
  void aKilledWorkerIsReplaced() throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes = new HashMap<>();
    try (CellExchange exchange = exchange(1, CellLimits.NONE)) {
      exchange.run(
          List.of(FakeCells.of("fake-slow", 1), FakeCells.of("fake-good", 1)),
          (slot, cell, event) -> {
            if (event instanceof CellEvent.Progress && cell.solver().equals("fake-slow")) {
              children().forEach(ProcessHandle::destroyForcibly);
            }
            if (event instanceof Finished finished) {
              outcomes.put(cell.label(), finished.outcome());
            }
          });
    }
    CellOutcome killed = outcome(outcomes, "fake-slow", 1);
    assertThat(killed.status()).isEqualTo(CellStatus.CRASHED);
    assertThat(killed.message()).contains("signal 9 (SIGKILL)");
    assertThat(outcome(outcomes, "fake-good", 1).status()).isEqualTo(CellStatus.OK);
  }

  @Test
  void workersKilledAtRandomMomentsCostTheCellsTheyHadAndNoOther()
      throws IOException, InterruptedException {
    List<Cell> cells =
        LongStream.rangeClosed(1, 8).mapToObj(seed -> FakeCells.of("fake-steady", seed)).toList();
    Random moments = new Random(11);
    AtomicInteger kills = new AtomicInteger();
    Thread killer =
        new Thread(
            () -> {
              try {
                while (kills.get() < 4) {
                  Thread.sleep(1_000 + moments.nextInt(2_000));
                  for (ProcessHandle worker : children()) {
                    kills.addAndGet(worker.destroyForcibly() ? 1 : 0);
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    killer.start();
    Map<String, CellOutcome> outcomes = run(1, cells);
    killer.interrupt();
    killer.join();
    assertThat(outcomes).hasSize(8);
    long crashed =
        outcomes.values().stream().filter(found -> found.status() != CellStatus.OK).count();
    assertThat(crashed).isBetween(1L, (long) kills.get());
    assertThat(outcomes.values())
        .allSatisfy(
            found -> {
              if (found.status() != CellStatus.OK) {
                assertThat(found.status()).isEqualTo(CellStatus.CRASHED);
                assertThat(found.message()).contains("signal 9 (SIGKILL)");
              }
            });
  }

  private CellOutcome limited(CellLimits limits, String solver, List<CellEvent> events)
      throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes = new HashMap<>();
    try (CellExchange exchange = exchange(1, limits)) {
      exchange.run(
          List.of(FakeCells.of(solver, 1), FakeCells.of("fake-good", 1)),
          (slot, cell, event) -> {
            if (event instanceof Finished finished) {
              outcomes.put(cell.label(), finished.outcome());
            } else if (cell.solver().equals(solver)) {
              events.add(event);
            }
          });
    }
    assertThat(outcome(outcomes, "fake-good", 1).status()).isEqualTo(CellStatus.OK);
    assertThat(children()).isEmpty();
    return outcome(outcomes, solver, 1);
  }

  @Test
  void aSolverThatNeverEndsIsEndedByTheWallLimitAndKeepsItsCurve()
      throws IOException, InterruptedException {
    List<CellEvent> events = new ArrayList<>();
    CellOutcome ended =
        limited(new CellLimits(OptionalDouble.of(4), OptionalInt.empty()), "fake-loop", events);
    assertThat(ended.status()).isEqualTo(CellStatus.TIMEOUT);
    assertThat(ended.message())
        .isEqualTo("ended by the limit of 4.0 s of wall time, after step 1 of 10");
    assertThat(ended.cost().trainSeconds()).isBetween(4.0, 7.0);
    assertThat(ended.cost().startUpSeconds()).isPositive();
    assertThat(events)
        .anyMatch(event -> event instanceof Point point && point.metric().equals("uvp_forward"));
  }

  @Test
  void aProcessThatASolverStartedIsEndedWithItsWorker() throws IOException, InterruptedException {
    CellOutcome ended =
        limited(
            new CellLimits(OptionalDouble.of(4), OptionalInt.empty()),
            "fake-parent",
            new ArrayList<>());
    assertThat(ended.status()).isEqualTo(CellStatus.TIMEOUT);
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(
            process ->
                process.info().commandLine().filter(it -> it.endsWith("sleep 600")).isPresent());
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.SECONDS)
  void aWorkerThatIsGoneIsNoticedThoughSomethingHoldsItsOutputOpen()
      throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes =
        run(1, List.of(FakeCells.of("fake-orphan", 1), FakeCells.of("fake-good", 1)));
    assertThat(outcome(outcomes, "fake-orphan", 1).status()).isEqualTo(CellStatus.CRASHED);
    assertThat(outcome(outcomes, "fake-orphan", 1).message())
        .startsWith("the worker ended with exit code 7, after step ");
    assertThat(outcome(outcomes, "fake-good", 1).status()).isEqualTo(CellStatus.OK);
  }

  @Test
  void aSolverThatLeavesTheInterruptFlagSetIsServedLikeAnyOther()
      throws IOException, InterruptedException {
    Map<String, CellOutcome> outcomes =
        run(1, List.of(FakeCells.of("fake-interrupt", 1), FakeCells.of("fake-good", 1)));
    assertThat(outcomes.values()).extracting(CellOutcome::status).containsOnly(CellStatus.OK);
  }

  @Test
  void aCellCostsLittleBesideItsTrainingAndEvaluation() throws IOException, InterruptedException {
    List<Cell> cells =
        LongStream.rangeClosed(1, 8).mapToObj(seed -> FakeCells.of("fake-good", seed)).toList();
    Map<String, CellOutcome> outcomes = run(1, cells);
    // The quickest of seven, because other work on the machine makes cells slower, never quicker.
    double quickest =
        LongStream.rangeClosed(2, 8)
            .mapToDouble(seed -> overhead(outcomes, seed))
            .min()
            .orElseThrow();
    assertThat(quickest).isLessThan(0.3);
    assertThat(overhead(outcomes, 1)).isBetween(0.1, 2.5);
  }

  private static double overhead(Map<String, CellOutcome> outcomes, long seed) {
    CellOutcome.Cost cost = outcome(outcomes, "fake-good", (int) seed).cost();
    return cost.startUpSeconds() + cost.loggingSeconds();
  }

  @Test
  void aWorkerThatSwellsIsEndedByTheMemoryLimit() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/status")));
    List<CellEvent> events = new ArrayList<>();
    CellOutcome ended =
        limited(new CellLimits(OptionalDouble.empty(), OptionalInt.of(450)), "fake-swell", events);
    assertThat(ended.status()).isEqualTo(CellStatus.OUT_OF_MEMORY);
    assertThat(ended.message())
        .matches(
            "ended by the memory limit of 450 MiB, with \\d+ MiB resident, after step \\d+ of 2000");
    assertThat(ended.cost().steps()).isPositive();
    assertThat(events).anyMatch(Point.class::isInstance);
  }

  @Test
  void aWorkerThatRetiresIsNotKeptByThreadsOfASolver() throws IOException, InterruptedException {
    Path arguments = WorkerArguments.write(logs, CellLimits.NONE);
    CellTicket ticket = CellTicket.write(logs, FakeCells.of("fake-linger", 1));
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments)
            .redirectOutput(logs.resolve("output.txt").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // The input stays open: an ended one would end the worker in any case.
    try (BufferedWriter input = worker.outputWriter(StandardCharsets.UTF_8)) {
      input.write(Json.line(ticket) + "\n");
      input.flush();
      assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      worker.destroyForcibly();
    }
    assertThat(worker.exitValue()).isZero();
    assertThat(logs.resolve("output.txt")).content().contains("otbench-worker RETIRED");
    assertThat(new EventReader(ticket).read())
        .last()
        .isInstanceOfSatisfying(
            Finished.class,
            last -> assertThat(last.outcome().status()).isEqualTo(CellStatus.OUT_OF_MEMORY));
  }

  @Test
  void aFailureOfTheListenerEndsTheWorkers() throws IOException {
    try (CellExchange exchange = exchange(2, CellLimits.NONE)) {
      assertThatThrownBy(
              () ->
                  exchange.run(
                      List.of(FakeCells.of("fake-slow", 1), FakeCells.of("fake-slow", 2)),
                      (slot, cell, event) -> {
                        throw new IllegalStateException("listener");
                      }))
          .hasMessage("listener");
      assertThat(children()).isEmpty();
    }
    assertThat(logs.resolve("exchange")).doesNotExist();
  }

  @Test
  void noWorkersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalWorkers(0, logs, CellLimits.NONE))
        .withMessage("workers must be at least 1 but is 0");
  }

  @Test
  void theArgumentsNameLogsAndThreads() throws IOException {
    assertThat(Files.readAllLines(WorkerArguments.write(logs, CellLimits.NONE)))
        .contains("\"-Dai.djl.pytorch.num_threads=1\"", "\"" + logs.toAbsolutePath() + "\"")
        .noneMatch(argument -> argument.contains(WorkerMain.MEMORY_LIMIT));
    CellLimits limits = new CellLimits(OptionalDouble.empty(), OptionalInt.of(450));
    assertThat(Files.readAllLines(WorkerArguments.write(logs, limits)))
        .contains("\"-D" + WorkerMain.MEMORY_LIMIT + "=450\"", "\"-Xmx450m\"");
  }

  @Test
  void aCellWhoseEventsCannotBeWrittenEndsTheRunAndSaysWhy() throws IOException {
    try (LocalWorkers workers = new LocalWorkers(1, logs, CellLimits.NONE)) {
      CellTicket ticket = new CellTicket(logs.resolve("removed"), "a-cell");
      assertThatThrownBy(() -> workers.run(List.of(ticket), (slot, changed) -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(ticket.eventsFile().toString());
    }
    assertThat(children()).isEmpty();
  }
}
