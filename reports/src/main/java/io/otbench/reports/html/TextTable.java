package io.otbench.reports.html;

import java.util.List;

/**
 * A plain table of the page; the first column holds the names of the lines.
 *
 * @param notes sentences below the table
 */
public record TextTable(
    String title, List<String> header, List<List<String>> lines, List<String> notes) {}
