package io.otbench.reports.html;

import static io.otbench.reports.statistics.MetricNames.MMD;

import io.otbench.reports.html.MarkedTable.Cell;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.DrawScore;
import io.otbench.reports.statistics.Estimate;
import io.otbench.reports.statistics.TableScores;
import io.otbench.reports.tables.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The tables of generated rows: one of all sets, and one for each set with the other scores. */
final class TabularTables {
  private static final String MMD_V = "mmd_v@alpha=1";
  private static final String ENERGY = "energy_distance";
  private static final String SLICED = "sliced_w2_squared";
  private static final String MATCHED = "w2_squared_matched";
  private static final String PERFECT = "perfect model";
  private static final String NOISE = "no model";

  /** A published-style score nearer to its floor than this share of it is no news. */
  private static final double FLOOR_SHARE = 0.01;

  private TabularTables() {}

  /** The headline score of every solver on every set of one benchmark. */
  static MarkedTable overview(List<TableScores> sets) {
    List<String> header = new ArrayList<>(List.of("solver"));
    sets.forEach(set -> header.add("%s, d = %d".formatted(set.problem(), set.dim())));
    Map<String, List<Cell>> lines = new LinkedHashMap<>();
    sets.stream()
        .flatMap(set -> set.groups().stream())
        .sorted(CellGroup.BY_METHOD)
        .map(CellGroup::label)
        .distinct()
        .forEach(label -> lines.put(label, new ArrayList<>(List.of(Cell.number(label)))));
    for (TableScores set : sets) {
      lines.forEach(
          (label, line) ->
              line.add(
                  set.groups().stream()
                      .filter(group -> group.label().equals(label))
                      .findFirst()
                      .map(group -> headline(set, group))
                      .orElse(Cell.EMPTY)));
    }
    List<List<Cell>> all = new ArrayList<>(lines.values());
    all.add(reference(PERFECT, sets, set -> set.perfect(MMD)));
    all.add(reference(NOISE, sets, set -> set.noise(MMD)));
    return new MarkedTable(
        "MMD² on every set",
        header,
        all,
        List.of(
            "Squared maximum mean discrepancy between generated and held-out rows: unbiased, Gaussian"
                + " kernel, bandwidth by the median rule of the held-out rows; lower is better, and a"
                + " perfect model has 0 in the mean, so that chance makes it negative as often as"
                + " positive. ± is the standard deviation over the draws, not over seeds.",
            "≈ perfect: by two standard deviations of the draws not to be told from the perfect"
                + " model, whose rows are fresh training rows. No model: normal noise."));
  }

  private static List<Cell> reference(
      String name, List<TableScores> sets, Function<TableScores, Optional<DrawScore>> score) {
    List<Cell> line = new ArrayList<>(List.of(Cell.number(name)));
    sets.forEach(
        set -> line.add(score.apply(set).map(it -> Cell.muted(text(it))).orElse(Cell.EMPTY)));
    return line;
  }

  /** Score and deviation; what ended otherwise in a word. */
  private static Cell headline(TableScores set, CellGroup group) {
    Optional<DrawScore> score = set.score(group, MMD);
    if (score.isEmpty()) {
      return notOk(group, false);
    }
    return set.isAsPerfect(score.get(), MMD)
        ? Cell.good(text(score.get()) + " ≈ perfect")
        : Cell.number(text(score.get()));
  }

  /** What is said of each solver on one set. */
  static MarkedTable details(TableScores set) {
    List<List<Cell>> lines = new ArrayList<>();
    set.groups().forEach(group -> lines.add(line(set, group)));
    lines.add(referenceLine(PERFECT, set::perfect, set));
    lines.add(referenceLine(NOISE, set::noise, set));
    return new MarkedTable(
        "%s: d = %d%s"
            .formatted(
                set.problem(), set.dim(), set.sizeText().isEmpty() ? "" : "; " + set.sizeText()),
        header(set),
        lines,
        List.of());
  }

  private static List<String> header(TableScores set) {
    return List.of(
        "solver",
        "MMD²",
        "biased MMD², α = 1" + floorText(publishedFloor(set)),
        "energy distance",
        "sliced W2²",
        "matched W2²" + floorText(matchedFloor(set)),
        "transport cost",
        "cycle error, %",
        "parameters",
        "training, s",
        "peak MiB",
        "not ok");
  }

  private static String floorText(OptionalDouble floor) {
    return floor.isPresent() ? "; floor " + Numbers.text(floor.getAsDouble()) : "";
  }

  private static OptionalDouble publishedFloor(TableScores set) {
    return set.shared(MMD_V + "_floor");
  }

  private static List<Cell> line(TableScores set, CellGroup group) {
    List<Cell> line = new ArrayList<>(List.of(Cell.number(group.label())));
    line.add(set.score(group, MMD).isPresent() ? headline(set, group) : Cell.EMPTY);
    OptionalDouble floor = publishedFloor(set);
    line.add(set.score(group, MMD_V).map(it -> published(it, floor)).orElse(Cell.EMPTY));
    for (String metric : List.of(ENERGY, SLICED, MATCHED)) {
      line.add(set.score(group, metric).map(it -> number(it.mean())).orElse(Cell.EMPTY));
    }
    for (String metric : List.of("transport_cost", "cycle_error")) {
      line.add(group.estimate(metric).map(it -> number(it.mean())).orElse(Cell.EMPTY));
    }
    line.add(cost(group, ResultRow::parameters, Numbers::count));
    line.add(cost(group, ResultRow::trainSeconds, Numbers::text));
    line.add(cost(group, ResultRow::peakRssMib, Numbers::count));
    line.add(notOk(group, true));
    return line;
  }

  private static List<Cell> referenceLine(
      String name, Function<String, Optional<DrawScore>> score, TableScores set) {
    List<Cell> line = new ArrayList<>(List.of(Cell.number(name)));
    line.add(score.apply(MMD).map(it -> Cell.muted(text(it))).orElse(Cell.EMPTY));
    OptionalDouble floor = publishedFloor(set);
    line.add(score.apply(MMD_V).map(it -> published(it, floor)).orElse(Cell.EMPTY));
    for (String metric : List.of(ENERGY, SLICED, MATCHED)) {
      line.add(
          score.apply(metric).map(it -> Cell.muted(Numbers.text(it.mean()))).orElse(Cell.EMPTY));
    }
    while (line.size() < header(set).size()) {
      line.add(Cell.EMPTY);
    }
    return line;
  }

  private static Cell published(DrawScore score, OptionalDouble floor) {
    return besideFloor(Numbers.text(score.mean()), score, floor);
  }

  /** The kernel sees nothing where a score is what any model would get. */
  static Cell besideFloor(String text, DrawScore score, OptionalDouble floor) {
    boolean saysNothing =
        floor.isPresent()
            && (score.isNear(floor.getAsDouble())
                || Math.abs(score.mean() - floor.getAsDouble())
                    < FLOOR_SHARE * floor.getAsDouble());
    return saysNothing ? Cell.muted(text + " = floor") : Cell.number(text);
  }

  /** Rows that the assignment must move even for a perfect model. */
  private static OptionalDouble matchedFloor(TableScores set) {
    return set.perfect(MATCHED).stream().mapToDouble(DrawScore::mean).findFirst();
  }

  private static Cell number(double value) {
    return Cell.number(Numbers.text(value));
  }

  private static Cell cost(
      CellGroup group, ToDoubleFunction<ResultRow> number, DoubleFunction<String> format) {
    return group
        .cost(number)
        .map(Estimate::mean)
        .map(mean -> Cell.number(format.apply(mean)))
        .orElse(Cell.EMPTY);
  }

  /** How the cells without numbers ended. */
  private static Cell notOk(CellGroup group, boolean withReason) {
    Optional<ResultRow> first =
        group.rows().stream()
            .filter(row -> row.status() != CellStatus.OK)
            .min(Comparator.comparingLong(ResultRow::seed));
    return first
        .map(
            row ->
                Cell.words(
                    row.status().text()
                        + (withReason && !row.message().isEmpty() ? ": " + row.message() : ""),
                    row.status().isFailure()))
        .orElse(Cell.EMPTY);
  }

  private static String text(DrawScore score) {
    return Numbers.text(score.mean(), score.sd());
  }
}
