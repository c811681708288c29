package io.otbench.benchmarks.run;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.ResultStore;
import java.io.PrintStream;
import java.util.Set;

/**
 * While it is open, the end of this JVM (Ctrl-C) ends the workers, lets a cell that is being
 * written be written, and says how to continue.
 */
final class InterruptNotice implements AutoCloseable {

  private final CellExecutor executor;
  private final ResultStore store;
  private final Set<CellKey> wanted;
  private final RunPlan plan;
  private final PrintStream out;
  private final Thread hook = new Thread(this::onInterrupt, "interrupt");
  private boolean interrupted;

  InterruptNotice(
      CellExecutor executor,
      ResultStore store,
      Set<CellKey> wanted,
      RunPlan plan,
      PrintStream out) {
    this.executor = executor;
    this.store = store;
    this.wanted = wanted;
    this.plan = plan;
    this.out = out;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does {@code write} as a whole before the JVM may end, or not at all. */
  synchronized void unlessInterrupted(Runnable write) {
    if (!interrupted) {
      write.run();
    }
  }

  synchronized void onInterrupt() {
    interrupted = true;
    executor.close();
    long complete = wanted.stream().filter(store.finished()::contains).count();
    out.printf(
        "%ninterrupted: %d of %d cells are complete; continue with: %s%n",
        complete, wanted.size(), plan.commandLine());
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
