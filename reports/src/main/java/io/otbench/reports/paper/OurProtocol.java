package io.otbench.reports.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.tables.Grid;
import io.otbench.reports.tables.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How our numbers of a run were made, so that they can be held against the protocol of a paper.
 *
 * @param profile of the last command that added to the run; none if that is not known
 * @param configurations the settings behind the rows
 */
public record OurProtocol(Optional<String> profile, Configurations configurations) {
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> HEADER =
      List.of(
          "solver",
          "seeds",
          "steps",
          "rows seen",
          "training seconds",
          "limit, seconds",
          "pool rows",
          "evaluation rows");

  private static final String LEGEND =
      "Each is the least and the most over problems and seeds that ended well. Rows seen are those"
          + " of both sides together; pool rows are those of each side, fresh where every batch is"
          + " of new ones; evaluation rows are those of each side by which ours is scored.";

  /**
   * What a run folder says of it.
   *
   * @throws IllegalArgumentException if a file is not JSON
   */
  public static OurProtocol read(RunFolder folder, Results results) throws IOException {
    Path request = folder.request();
    Optional<String> profile =
        Files.isRegularFile(request)
            ? text(json(request.toString(), Files.readString(request)).path("profile"))
            : Optional.empty();
    return new OurProtocol(profile, Configurations.read(folder, results));
  }

  /** A line for each solver. */
  Grid grid(List<CellGroup> groups) {
    Map<String, List<CellGroup>> byLabel =
        groups.stream()
            .collect(
                Collectors.groupingBy(CellGroup::label, LinkedHashMap::new, Collectors.toList()));
    return new Grid(
        "How ours were made",
        HEADER,
        byLabel.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).toList(),
        List.of(profile.map(name -> "Profile: " + name + ". ").orElse("") + LEGEND));
  }

  private List<String> line(String label, List<CellGroup> groups) {
    List<ResultRow> ended =
        groups.stream()
            .flatMap(group -> group.rows().stream())
            .filter(row -> row.status() == CellStatus.OK)
            .toList();
    DoubleFunction<String> whole = number -> String.valueOf(Math.round(number));
    return List.of(
        label,
        range(groups.stream().mapToDouble(OurProtocol::seeds), whole),
        range(ended.stream().mapToDouble(ResultRow::steps), whole),
        range(ended.stream().mapToDouble(ResultRow::samples), whole),
        range(ended.stream().mapToDouble(ResultRow::trainSeconds), Numbers::text),
        settings(groups, "trainSecondsLimit", "none"),
        settings(groups, "poolSize", "fresh"),
        settings(groups, "evaluationSamples", ""));
  }

  private static double seeds(CellGroup group) {
    return group.rows().stream()
        .filter(row -> row.status() == CellStatus.OK)
        .map(ResultRow::seed)
        .distinct()
        .count();
  }

  private static String range(DoubleStream numbers, DoubleFunction<String> text) {
    TreeSet<Double> sorted = numbers.boxed().collect(Collectors.toCollection(TreeSet::new));
    if (sorted.isEmpty()) {
      return "";
    }
    String least = text.apply(sorted.first());
    String most = text.apply(sorted.last());
    return least.equals(most) ? least : least + " to " + most;
  }

  /** What the configurations say of the data; nothing of those whose text is not there. */
  private String settings(List<CellGroup> groups, String name, String without) {
    Function<CellGroup, Optional<String>> setting =
        group ->
            Optional.ofNullable(configurations.byHash().get(group.config()))
                .map(text -> json("configuration " + group.config(), text))
                .map(tree -> text(tree.path("data").path(name)).orElse(without));
    return groups.stream()
        .flatMap(group -> setting.apply(group).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node).filter(it -> it.isValueNode() && !it.isNull()).map(JsonNode::asText);
  }

  private static JsonNode json(String origin, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(origin + " must be JSON: " + e.getOriginalMessage(), e);
    }
  }
}
