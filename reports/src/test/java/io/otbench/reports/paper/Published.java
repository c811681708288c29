package io.otbench.reports.paper;

import io.otbench.reports.published.Difference;
import io.otbench.reports.published.Paper;
import io.otbench.reports.published.PublishedTable;
import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.ResultRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Made-up published values and rows about {@code gaussian-2}. */
final class Published {
  static final String AWKWARD =
      "<script>\"a\", 'b'</script> x_y & 50% $1 #2 {3} ~^\\ |p| `q` [r] *s* --t Ωπ’é中";
  static final Paper PAPER = new Paper("On " + AWKWARD, "arXiv:0000.00000", "");

  private Published() {}

  static PublishedValue value(String text) {
    return value("Method", "solver", "uvp_forward", text, List.of());
  }

  static PublishedValue value(
      String method, String solver, String metric, String text, List<Difference> differences) {
    String qualifier = text.matches("[<>~].*") ? text.substring(0, 1) : "";
    return new PublishedValue(
        "gaussian",
        "gaussian-2",
        2,
        method,
        Optional.of(solver).filter(name -> !name.isEmpty()),
        metric,
        Optional.of(text.substring(qualifier.length()))
            .filter(digits -> !digits.isEmpty())
            .map(BigDecimal::new),
        qualifier,
        "forward",
        PAPER,
        "Table 1",
        differences);
  }

  static PublishedValues values(PublishedValue... values) {
    return new PublishedValues(List.of(new PublishedTable(PAPER, "Table 1", List.of(values))));
  }

  static ResultRow row(String solver, String config, long seed, double value) {
    return row(solver, config, seed, "uvp_forward", OptionalDouble.of(value), CellStatus.OK);
  }

  /** Forward UVP of the first seed of a cell of a sweep. */
  static ResultRow variant(String config, String variant, double value) {
    return row(
        "gaussian-2",
        2,
        "solver",
        config,
        1,
        "uvp_forward",
        OptionalDouble.of(value),
        CellStatus.OK,
        variant);
  }

  /** Forward UVP of a cell of another problem. */
  static ResultRow row(String problem, int dim, String solver, long seed, double value) {
    return row(
        problem,
        dim,
        solver,
        "a",
        seed,
        "uvp_forward",
        OptionalDouble.of(value),
        CellStatus.OK,
        "");
  }

  static ResultRow row(
      String solver,
      String config,
      long seed,
      String metric,
      OptionalDouble value,
      CellStatus status) {
    return row("gaussian-2", 2, solver, config, seed, metric, value, status, "");
  }

  private static ResultRow row(
      String problem,
      int dim,
      String solver,
      String config,
      long seed,
      String metric,
      OptionalDouble value,
      CellStatus status,
      String variant) {
    return new ResultRow(
        "run " + AWKWARD,
        "gaussian",
        problem,
        dim,
        solver,
        config,
        seed,
        metric,
        value,
        "percent",
        status,
        "",
        10,
        20,
        8250,
        30 + seed,
        1,
        100,
        variant);
  }
}
