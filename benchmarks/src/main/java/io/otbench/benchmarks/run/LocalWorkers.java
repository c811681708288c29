package io.otbench.benchmarks.run;

import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.benchmarks.exchange.TicketListener;
import io.otbench.reports.results.CellStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs cells in worker JVMs on this machine. A worker is reused until it dies or asks to be
 * replaced; one thread per worker talks to it, and the caller's thread hears all of them.
 */
public final class LocalWorkers implements CellExecutor {

  /** How long a Ctrl-C may take from the workers to this process. */
  private static final long INTERRUPT_GRACE_MILLIS = 2_000;

  private static final long WATCH_MILLIS = 50;

  /** News of a slot. */
  private sealed interface Message {

    /** The events of a cell have grown. */
    record Changed(int slot, CellTicket ticket) implements Message {}

    /** The last event of a cell is written. */
    record Finished(int slot, CellTicket ticket) implements Message {}

    /** Nothing more can be written. */
    record Failed(IOException reason) implements Message {}
  }

  private final int workers;
  private final Path logFolder;
  private final CellLimits limits;
  private final Path arguments;
  private final Set<WorkerProcess> live = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param workers number of worker JVMs, at least 1
   * @param logFolder existing folder for the logs of cells and workers
   * @param limits of each cell
   * @throws IOException when the folder cannot be written to
   */
  public LocalWorkers(int workers, Path logFolder, CellLimits limits) throws IOException {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1 but is " + workers);
    }
    this.workers = workers;
    this.logFolder = logFolder;
    this.limits = limits;
    this.arguments = WorkerArguments.write(logFolder, limits);
  }

  @Override
  public int slots() {
    return workers;
  }

  @Override
  public void run(List<CellTicket> cells, TicketListener listener)
      throws IOException, InterruptedException {
    if (closed) {
      throw new InterruptedException("the workers are closed");
    }
    Queue<CellTicket> waiting = new ConcurrentLinkedQueue<>(cells);
    BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int slot = 0; slot < Math.min(workers, cells.size()); slot++) {
      int number = slot;
      Thread thread = new Thread(() -> serve(number, waiting, messages), "worker-" + slot);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    if (!limits.equals(CellLimits.NONE)) {
      threads.add(watch());
    }
    try {
      int unfinished = cells.size();
      while (unfinished > 0) {
        Message message = messages.take();
        if (message instanceof Message.Changed changed) {
          listener.onChange(changed.slot(), changed.ticket());
        } else if (message instanceof Message.Finished finished) {
          listener.onChange(finished.slot(), finished.ticket());
          unfinished--;
        } else if (message instanceof Message.Failed failed) {
          throw failed.reason();
        }
      }
    } finally {
      waiting.clear();
      close();
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  /** Ends workers whose cells take more than they may, until this is closed. */
  private Thread watch() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!closed) {
                  live.forEach(WorkerProcess::enforceLimits);
                  Thread.sleep(WATCH_MILLIS);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "limits");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void serve(int slot, Queue<CellTicket> waiting, BlockingQueue<Message> messages) {
    try (WorkerSlot worker = new WorkerSlot(slot)) {
      for (CellTicket ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
        CellTicket current = ticket;
        try {
          worker.run(ticket, () -> messages.add(new Message.Changed(slot, current)));
        } catch (RuntimeException | Error e) {
          // Without a last event the run would wait for this cell for ever.
          writeEnd(ticket, "the runner failed on its worker: " + e);
        }
        if (closed) {
          return;
        }
        messages.add(new Message.Finished(slot, ticket));
      }
    } catch (IOException e) {
      messages.add(new Message.Failed(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void writeEnd(CellTicket ticket, String message) throws IOException {
    EventWriter.end(ticket, CellOutcome.notOk(CellStatus.CRASHED, message, Cost.UNKNOWN));
  }

  @Override
  public void close() {
    closed = true;
    live.forEach(WorkerProcess::close);
  }

  /** The place of one worker at a time; used by one thread. */
  private final class WorkerSlot implements AutoCloseable {

    private final Path errors;
    private Optional<WorkerProcess> worker = Optional.empty();

    WorkerSlot(int number) {
      this.errors = logFolder.resolve("worker-" + (number + 1) + ".log");
    }

    void run(CellTicket ticket, Runnable changed) throws IOException, InterruptedException {
      WorkerProcess usable;
      try {
        usable = usableWorker();
      } catch (IOException e) {
        writeEnd(ticket, "no worker could be started: " + e.getMessage());
        return;
      }
      usable.run(ticket, changed);
      if (usable.wasAskedToEnd()) {
        Thread.sleep(INTERRUPT_GRACE_MILLIS);
      }
    }

    private WorkerProcess usableWorker() throws IOException {
      if (worker.isEmpty() || !worker.get().isUsable()) {
        close();
        WorkerProcess started = new WorkerProcess(arguments, errors, limits);
        worker = Optional.of(started);
        live.add(started);
        if (closed) {
          started.close();
        }
      }
      return worker.get();
    }

    @Override
    public void close() {
      worker.ifPresent(
          ended -> {
            live.remove(ended);
            ended.close();
          });
      worker = Optional.empty();
    }
  }
}
