package io.otbench.benchmarks.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent.Point;
import io.otbench.benchmarks.cell.CellEvent.Started;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.fake.FakeCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTicketTest {

  private static final Point FIRST = new Point(1, 0.5, 64, "uvp_größe", 1.0 / 3);
  private static final Point SECOND = new Point(2, 1.5, 128, "uvp_größe", 0.1);

  @TempDir private Path folder;

  private final Cell cell = FakeCells.of("fake-good", 3);

  @Test
  void aCellComesOutOfItsFileAsItWentIn() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    assertThat(Json.line(ticket.cell())).isEqualTo(Json.line(cell));
    assertThat(ticket.cell().key()).isEqualTo(cell.key());
    assertThat(ticket.cellFile()).hasFileName(ticket.name() + ".cell.json");
    assertThat(ticket.name()).startsWith("gaussian_gaussian-2_fake-good_").endsWith("_seed3");
    assertThat(new EventReader(ticket).read()).isEmpty();
  }

  @Test
  void eventsAreReadOnceEachWhileTheyAreWritten() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    EventReader reader = new EventReader(ticket);
    try (EventWriter writer = EventWriter.append(ticket)) {
      writer.write(new Started());
      writer.write(FIRST);
      assertThat(reader.read()).containsExactly(new Started(), FIRST);
      assertThat(reader.read()).isEmpty();
      writer.write(SECOND);
      assertThat(reader.read()).containsExactly(SECOND);
    }
    assertThat(new EventReader(ticket).read()).containsExactly(new Started(), FIRST, SECOND);
  }

  @Test
  void halfALineIsNotReadAndIsOverwritten() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    try (EventWriter writer = EventWriter.append(ticket)) {
      writer.write(FIRST);
    }
    byte[] half = "{\"event\":\"point\",\"metric\":\"uvp_grö".getBytes(StandardCharsets.UTF_8);
    Files.write(ticket.eventsFile(), half, StandardOpenOption.APPEND);
    EventReader reader = new EventReader(ticket);
    assertThat(reader.read()).containsExactly(FIRST);
    try (EventWriter writer = EventWriter.append(ticket)) {
      assertThat(reader.read()).isEmpty();
      writer.write(SECOND);
    }
    assertThat(reader.read()).containsExactly(SECOND);
  }

  @Test
  void aLineThatIsNoEventIsRefused() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    Files.writeString(ticket.eventsFile(), "dance\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventReader(ticket).read())
        .withMessageStartingWith("not a CellEvent: dance");
  }

  @Test
  void afterAFailureNothingMoreIsWritten() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    EventWriter writer = EventWriter.append(ticket);
    writer.write(FIRST);
    writer.close();
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> writer.write(SECOND));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> writer.write(SECOND))
        .withMessageContaining("an earlier event could not be written");
    assertThat(new EventReader(ticket).read()).containsExactly(FIRST);
  }

  @Test
  void aCellThatRunsAgainBeginsWithoutEvents() throws IOException {
    CellTicket ticket = CellTicket.write(folder, cell);
    try (EventWriter writer = EventWriter.append(ticket)) {
      writer.write(FIRST);
    }
    assertThat(CellTicket.write(folder, cell)).isEqualTo(ticket);
    assertThat(new EventReader(ticket).read()).isEmpty();
    ticket.delete();
    assertThat(folder).isEmptyDirectory();
  }
}
