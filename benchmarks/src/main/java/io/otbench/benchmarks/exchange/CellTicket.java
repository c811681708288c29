package io.otbench.benchmarks.exchange;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellEvent;
import io.otbench.benchmarks.cell.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A cell that is to run, and the place of its result: two files side by side. {@code
 * NAME.cell.json} holds the cell. {@code NAME.events.jsonl} gets one line of JSON for each {@link
 * CellEvent}, from whoever runs the cell; it is whole when its last line is a {@link
 * CellEvent.Finished}. Plain names and files, so that both can be copied to another machine and
 * back.
 *
 * @param folder existing folder of both files
 * @param name what their names begin with
 */
public record CellTicket(Path folder, String name) {

  /**
   * Writes the file of a cell, and forgets what an earlier run of it left.
   *
   * @param folder existing folder for both files
   */
  public static CellTicket write(Path folder, Cell cell) throws IOException {
    String name =
        String.join(
            "_",
            cell.benchmark(),
            cell.problem(),
            cell.solver(),
            cell.config().hash(),
            "seed" + cell.seed());
    CellTicket ticket = new CellTicket(folder, name);
    ticket.delete();
    Files.writeString(ticket.cellFile(), Json.line(cell) + "\n");
    return ticket;
  }

  /** The file that holds the cell. */
  public Path cellFile() {
    return folder.resolve(name + ".cell.json");
  }

  /** The file for what happens to the cell. */
  public Path eventsFile() {
    return folder.resolve(name + ".events.jsonl");
  }

  /** Reads the cell. */
  public Cell cell() throws IOException {
    return Json.read(Files.readString(cellFile()), Cell.class);
  }

  /** Removes both files. */
  public void delete() throws IOException {
    Files.deleteIfExists(cellFile());
    Files.deleteIfExists(eventsFile());
  }
}
