package io.otbench.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scripts that stand in the page: the chart library, and ours, which needs it. */
public final class Scripts {
  /** The build puts it there, with its licences. */
  private static final String LIBRARY = "echarts/dist/echarts.min.js";

  private static final List<String> OURS =
      List.of("page.js", "charts.js", "convergence.js", "cells.js");

  private Scripts() {}

  /** Apache ECharts. */
  public static String library() {
    return read(LIBRARY);
  }

  /** What draws the charts, and sorts and filters the table of cells. */
  public static String page() {
    return OURS.stream().map(Scripts::read).collect(Collectors.joining("\n"));
  }

  private static String read(String name) {
    try (InputStream stream = Scripts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      return checked(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A script that holds the end of its own element would spill over the page. */
  static String checked(String name, String script) {
    String lower = script.toLowerCase(Locale.ROOT);
    if (lower.contains("</script") || lower.contains("<!--")) {
      throw new IllegalStateException(
          "script " + name + " must not hold '</script' or '<!--', it does");
    }
    return script;
  }
}
