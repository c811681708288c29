package io.otbench.benchmarks.run;

import io.otbench.benchmarks.store.CellStore;
import io.otbench.reports.results.CellKey;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * While it is open, the end of this JVM (Ctrl-C) ends the workers, lets a cell that is being
 * written be written, and says how to continue.
 */
final class InterruptNotice implements AutoCloseable {

  private final CellExchange exchange;
  private final CellStore store;
  private final RunStateFile state;
  private final Set<CellKey> complete;
  private final RunPlan plan;
  private final PrintStream out;
  private final Thread hook = new Thread(this::onInterrupt, "interrupt");
  private boolean interrupted;

  /**
   * @param state told of an interrupt
   * @param store where cells are written; closed then, with what was to run again shown again
   * @param complete cells that are complete, as they become so
   */
  InterruptNotice(
      CellExchange exchange,
      CellStore store,
      RunStateFile state,
      Set<CellKey> complete,
      RunPlan plan,
      PrintStream out) {
    this.exchange = exchange;
    this.store = store;
    this.state = state;
    this.complete = complete;
    this.plan = plan;
    this.out = out;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already.
      onInterrupt();
    }
  }

  /**
   * Does {@code work} as a whole before the JVM may end, or not at all: no cell is written in part,
   * and nothing is printed after the last word.
   */
  synchronized void unlessInterrupted(Runnable work) {
    if (!interrupted) {
      work.run();
    }
  }

  synchronized void onInterrupt() {
    interrupted = true;
    // First: the run itself ends, and says so, as soon as its exchange is closed.
    state.interrupted();
    try (store) {
      exchange.close();
    } catch (IOException | UncheckedIOException e) {
      out.printf(
          "%nnot everything is as it should be, the next run repairs it: %s", e.getMessage());
    }
    out.printf(
        "%ninterrupted: %d of %d cells %s; continue with: %s%n",
        complete.size(),
        plan.cells().size(),
        plan.request().force()
            ? "have run again, the others keep what they had until then"
            : "are complete",
        plan.request().commandLine());
    out.flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending and the hook says the last word.
    }
  }
}
