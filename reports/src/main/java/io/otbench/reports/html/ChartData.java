package io.otbench.reports.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.reports.charts.SolverLook;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.MetricNames;
import io.otbench.reports.statistics.SolverOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the script of the page draws, as JSON that may stand inside a script element: no character
 * of it can end the element or a line.
 */
final class ChartData {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final MathContext DIGITS = new MathContext(5);

  /** Texts of configurations that together are longer stay in their files. */
  private static final int MAX_CONFIGURATIONS = 256 * 1024;

  private static final List<Cost> COSTS =
      List.of(
          new Cost("training time, s", ResultRow::trainSeconds),
          new Cost("samples", ResultRow::samples),
          new Cost("steps", ResultRow::steps),
          new Cost("evaluation time, s", ResultRow::evalSeconds),
          new Cost("peak memory, MiB", ResultRow::peakRssMib),
          new Cost("trainable parameters", ResultRow::parameters));

  private record Cost(String name, ToDoubleFunction<ResultRow> number) {}

  private final List<CellGroup> groups;
  private final List<CellLine> cells;
  private final Map<String, Integer> metrics = new LinkedHashMap<>();
  private final ObjectNode root = NODES.objectNode();

  private ChartData(List<CellGroup> groups, List<CellLine> cells) {
    this.groups = groups;
    this.cells = cells;
  }

  static String json(
      Results results,
      List<CellGroup> groups,
      List<CellLine> cells,
      Configurations configurations,
      Optional<String> command,
      CellCommands commands) {
    ChartData data = new ChartData(groups, cells);
    data.addMetrics(results);
    data.addGroups();
    data.addCells(CurveData.of(results.curves(), cells), commands);
    data.addConfigurations(configurations);
    command.ifPresent(text -> data.root.put("command", text));
    data.root.put("folder", commands.folder());
    try {
      return escaped(JSON.writeValueAsString(data.root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data of charts could not be written", e);
    }
  }

  /** Inside JSON these characters stand only in strings, where they may be written as escapes. */
  private static String escaped(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Metrics by which solvers are judged come first, then all others as the rows have them. */
  private void addMetrics(Results results) {
    Map<String, String> units = new LinkedHashMap<>();
    results.rows().stream()
        .filter(row -> row.value().isPresent())
        .forEach(row -> units.putIfAbsent(row.metric(), row.unit()));
    List<String> names =
        new ArrayList<>(CellTable.HEADLINES.stream().filter(units::containsKey).toList());
    units.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    results.curves().stream()
        .map(point -> point.metric())
        .distinct()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    ArrayNode array = root.putArray("metrics");
    for (String name : names) {
      metrics.put(name, metrics.size());
      String unit = units.getOrDefault(name, "").replace('_', ' ');
      array
          .addObject()
          .put("name", name)
          .put(
              "words",
              MetricNames.words(name) + (unit.isEmpty() || unit.equals("1") ? "" : ", " + unit));
    }
    Optional.ofNullable(metrics.get(MetricNames.NETWORK_PASSES))
        .ifPresent(number -> root.put("passes", number));
    ArrayNode costs = root.putArray("costs");
    COSTS.forEach(cost -> costs.add(cost.name()));
  }

  private void addGroups() {
    boolean several = groups.stream().map(CellGroup::benchmark).distinct().count() > 1;
    Map<String, Integer> problems = new LinkedHashMap<>();
    ArrayNode array = NODES.arrayNode();
    for (CellGroup group : groups) {
      String problem = several ? group.benchmark() + " / " + group.problem() : group.problem();
      problems.putIfAbsent(problem, problems.size());
      array
          .addObject()
          .put("problem", problems.get(problem))
          .put("solver", group.solver())
          .put("label", group.label())
          .put("config", group.config())
          .put("reference", SolverOrder.isReference(group.solver()));
    }
    ArrayNode names = root.putArray("problems");
    problems.keySet().forEach(names::add);
    root.set("groups", array);
    ObjectNode looks = root.putObject("looks");
    SolverLook.of(groups)
        .forEach(
            (label, look) -> {
              ObjectNode node = looks.putObject(label);
              node.put("light", look.light()).put("dark", look.dark());
              node.put("symbol", look.symbol()).put("name", look.name());
              ArrayNode dash = node.putArray("dash");
              look.dash().forEach(dash::add);
            });
  }

  private void addCells(Map<Integer, CurveData> curves, CellCommands commands) {
    ArrayNode array = root.putArray("cells");
    for (CellLine cell : cells) {
      ObjectNode node = array.addObject();
      node.put("group", cell.group()).put("seed", cell.row().seed());
      node.put("status", cell.row().status().text());
      if (!cell.row().message().isEmpty()) {
        node.put("message", cell.row().message());
      }
      Optional.ofNullable(commands.names().get(cell.key()))
          .ifPresent(name -> node.put("name", name));
      if (cell.isOk()) {
        ArrayNode costs = node.putArray("costs");
        COSTS.forEach(cost -> add(costs, cost.number().applyAsDouble(cell.row())));
        ArrayNode values = node.putArray("values");
        cell.values()
            .forEach(
                (metric, value) -> {
                  values.add(metrics.get(metric));
                  add(values, value);
                });
      }
      Optional.ofNullable(curves.get(cell.number()))
          .ifPresent(curve -> node.set("curve", curve(curve)));
    }
  }

  private ObjectNode curve(CurveData curve) {
    ObjectNode node = NODES.objectNode();
    ArrayNode steps = node.putArray("steps");
    curve.steps().forEach(steps::add);
    ArrayNode seconds = node.putArray("seconds");
    curve.seconds().forEach(value -> add(seconds, value));
    ArrayNode samples = node.putArray("samples");
    curve.samples().forEach(samples::add);
    ObjectNode byMetric = node.putObject("metrics");
    curve
        .values()
        .forEach(
            (metric, values) -> {
              ArrayNode array = byMetric.putArray(String.valueOf(metrics.get(metric)));
              values.forEach(value -> add(array, value));
            });
    return node;
  }

  private void addConfigurations(Configurations configurations) {
    int length = configurations.byHash().values().stream().mapToInt(String::length).sum();
    ObjectNode node = root.putObject("configurations");
    if (length <= MAX_CONFIGURATIONS) {
      configurations.byHash().forEach(node::put);
    }
  }

  /** Five digits are more than a chart shows; what is not a number is null. */
  private static void add(ArrayNode array, double value) {
    if (!Double.isFinite(value)) {
      array.addNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      array.add((long) value);
    } else {
      array.add(new BigDecimal(value).round(DIGITS).doubleValue());
    }
  }
}
