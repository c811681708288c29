package io.otbench.benchmarks.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings as YAML, with a comment on each line that says where the value comes from. */
final class SettingsText {

  private record Line(String text, String origin) {}

  private SettingsText() {}

  /**
   * The text, which reads back as a map of the solver's name to its settings.
   *
   * @param origins by the paths of settings; what has none there or above it is a default
   */
  static String of(String solver, JsonNode settings, Map<String, String> origins) {
    if (settings.isEmpty()) {
      return solver + ": {}\n";
    }
    List<Line> lines = new ArrayList<>();
    add(lines, settings, "", "  ", "default", origins);
    int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(solver + ":\n");
    for (Line line : lines) {
      text.append(line.text());
      if (!line.origin().isEmpty()) {
        text.append(" ".repeat(width - line.text().length())).append("  # ").append(line.origin());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void add(
      List<Line> lines,
      JsonNode settings,
      String path,
      String indent,
      String above,
      Map<String, String> origins) {
    settings
        .properties()
        .forEach(
            entry -> {
              String whole = path + entry.getKey();
              String origin = origins.getOrDefault(whole, above);
              if (entry.getValue() instanceof ObjectNode group && !group.isEmpty()) {
                lines.add(new Line(indent + entry.getKey() + ":", ""));
                add(lines, group, whole + ".", indent + "  ", origin, origins);
              } else {
                lines.add(new Line(indent + entry.getKey() + ": " + entry.getValue(), origin));
              }
            });
  }
}
