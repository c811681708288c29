package io.otbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Draws in two threads: a sheet of panels needs some 50 MiB while it is drawn, so in no more. */
final class TwoAtATime {

  private TwoAtATime() {}

  /** What the suppliers make, in their order. */
  static <T> List<T> all(List<Supplier<T>> suppliers) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<T>> futures = new ArrayList<>();
      suppliers.forEach(supplier -> futures.add(threads.submit(supplier::get)));
      List<T> made = new ArrayList<>();
      for (Future<T> future : futures) {
        made.add(future.get());
      }
      return made;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException("a figure could not be drawn", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("drawing was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
