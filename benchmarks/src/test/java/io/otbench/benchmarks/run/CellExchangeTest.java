package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.CellEvent.Finished;
import io.otbench.benchmarks.cell.CellOutcome;
import io.otbench.benchmarks.cell.CellOutcome.Cost;
import io.otbench.benchmarks.exchange.CellTicket;
import io.otbench.benchmarks.exchange.EventWriter;
import io.otbench.benchmarks.exchange.TicketListener;
import io.otbench.benchmarks.fake.FakeCells;
import io.otbench.reports.results.CellStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellExchangeTest {

  @TempDir private Path temp;

  private final List<CellEvent> events = new ArrayList<>();
  private final Cell cell = FakeCells.of("fake-good", 1);

  /** Runs each cell in its own way, one after the other. */
  private interface OneByOne extends CellExecutor {

    void run(CellTicket ticket) throws IOException, InterruptedException;

    @Override
    default int slots() {
      return 1;
    }

    @Override
    default void run(List<CellTicket> cells, TicketListener listener)
        throws IOException, InterruptedException {
      for (CellTicket ticket : cells) {
        run(ticket);
        listener.onChange(0, ticket);
      }
    }

    @Override
    default void close() {
      // Nothing runs.
    }
  }

  private CellOutcome outcomeOf(OneByOne executor) throws IOException, InterruptedException {
    Path folder = temp.resolve("exchange");
    try (CellExchange exchange = new CellExchange(executor, folder)) {
      exchange.run(List.of(cell), (slot, ran, event) -> events.add(event));
    }
    assertThat(folder).doesNotExist();
    assertThat(events).filteredOn(Finished.class::isInstance).hasSize(1);
    return ((Finished) events.get(events.size() - 1)).outcome();
  }

  /** As an engine on another machine would: only the two files go there and back. */
  @Test
  void aCellCanRunElsewhereFromACopyOfItsFile() throws IOException, InterruptedException {
    Path there = Files.createDirectory(temp.resolve("there"));
    CellOutcome outcome =
        outcomeOf(
            ticket -> {
              CellTicket copy = new CellTicket(there, "copy");
              Files.copy(ticket.cellFile(), copy.cellFile());
              try (LocalWorkers workers = new LocalWorkers(1, there, CellLimits.NONE)) {
                workers.run(List.of(copy), (slot, changed) -> {});
              }
              Files.copy(copy.eventsFile(), ticket.eventsFile());
            });
    assertThat(outcome.status()).isEqualTo(CellStatus.OK);
    assertThat(outcome.cost().startUpSeconds()).isPositive();
    assertThat(events).hasAtLeastOneElementOfType(CellEvent.Point.class);
  }

  @Test
  void aCellWhoseEventsAreLostHasCrashed() throws IOException, InterruptedException {
    CellOutcome outcome = outcomeOf(ticket -> {});
    assertThat(outcome.status()).isEqualTo(CellStatus.CRASHED);
    assertThat(outcome.message()).isEqualTo("its events are gone from " + temp.resolve("exchange"));
  }

  @Test
  void aCellWhoseEventsCannotBeReadHasCrashed() throws IOException, InterruptedException {
    CellOutcome outcome = outcomeOf(ticket -> Files.writeString(ticket.eventsFile(), "dance\n"));
    assertThat(outcome.status()).isEqualTo(CellStatus.CRASHED);
    assertThat(outcome.message()).startsWith("its events cannot be read: not a CellEvent: dance");
  }

  @Test
  void theFirstEndOfACellCounts() throws IOException, InterruptedException {
    CellOutcome outcome =
        outcomeOf(
            ticket -> {
              try (EventWriter writer = EventWriter.append(ticket)) {
                writer.write(
                    new Finished(CellOutcome.notOk(CellStatus.SKIPPED, "a", Cost.UNKNOWN)));
                writer.write(
                    new Finished(CellOutcome.notOk(CellStatus.CRASHED, "b", Cost.UNKNOWN)));
              }
              EventWriter.end(ticket, CellOutcome.notOk(CellStatus.CRASHED, "c", Cost.UNKNOWN));
              assertThat(Files.readAllLines(ticket.eventsFile())).hasSize(2);
            });
    assertThat(outcome.status()).isEqualTo(CellStatus.SKIPPED);
  }

  @Test
  void oneThatIsClosedWhileItWritesTicketsLeavesNone() {
    CellExchange exchange =
        new CellExchange(
            (OneByOne) ticket -> fail("no cell must run any more"), temp.resolve("exchange"));
    List<String> written = new ArrayList<>();
    // Another thread closes it before the third ticket, as Ctrl-C does.
    List<Cell> cells =
        new AbstractList<>() {
          @Override
          public Cell get(int index) {
            if (index == 2) {
              written.addAll(List.of(temp.resolve("exchange").toFile().list()));
              CompletableFuture.runAsync(exchange::close).join();
            }
            return FakeCells.of("fake-good", index + 1);
          }

          @Override
          public int size() {
            return 4;
          }
        };
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> exchange.run(cells, (slot, ran, event) -> events.add(event)));
    assertThat(written).hasSize(2);
    assertThat(temp.resolve("exchange")).doesNotExist();
    assertThat(events).isEmpty();
  }

  @Test
  void oneThatIsClosedSendsNothing() throws IOException {
    CellExchange exchange = new CellExchange((OneByOne) ticket -> {}, temp.resolve("exchange"));
    exchange.close();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> exchange.run(List.of(cell), (slot, ran, event) -> events.add(event)));
    assertThat(temp.resolve("exchange")).doesNotExist();
    assertThat(events).isEmpty();
  }
}
