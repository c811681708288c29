package io.otbench.reports.html;

import java.util.List;

/**
 * A table of the page in which some cells are marked; the first column holds the names of the
 * lines.
 *
 * @param title its heading
 * @param header texts above the columns
 * @param lines as many cells each as there are columns
 * @param notes sentences below the table
 */
public record MarkedTable(
    String title, List<String> header, List<List<Cell>> lines, List<String> notes) {

  /**
   * A cell.
   *
   * @param text what it says; may be empty
   * @param mark the style class of the page
   */
  public record Cell(String text, String mark) {
    static final Cell EMPTY = number("");

    static Cell number(String text) {
      return new Cell(text, "number");
    }

    /** A number that is as good as can be. */
    static Cell good(String text) {
      return new Cell(text, "number good");
    }

    /** A number that says little. */
    static Cell muted(String text) {
      return new Cell(text, "number muted");
    }

    /** Words that may take several lines. */
    static Cell words(String text, boolean bad) {
      return new Cell(text, bad ? "message bad" : "message muted");
    }
  }
}
