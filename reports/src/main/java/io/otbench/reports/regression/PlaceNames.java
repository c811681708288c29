package io.otbench.reports.regression;

import io.otbench.reports.results.ResultRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the places of two runs are called, so that what is to be compared has one name in both: by
 * the solver; where a run solved a problem with several configurations, also by what a sweep
 * varied, for the hash changes with every other setting; and by the hash where that is not enough.
 */
final class PlaceNames {
  private final Set<Place> several = new HashSet<>();
  private final Set<Place> alike = new HashSet<>();

  PlaceNames(List<ResultRow> baseline, List<ResultRow> candidate) {
    for (List<ResultRow> run : List.of(baseline, candidate)) {
      run.stream()
          .collect(Collectors.groupingBy(Place::of))
          .forEach(
              (place, rows) -> {
                long configs = count(rows, ResultRow::config);
                if (configs > 1) {
                  several.add(place);
                }
                if (configs > count(rows, ResultRow::variant)) {
                  alike.add(place);
                }
              });
    }
  }

  private static long count(List<ResultRow> rows, Function<ResultRow, String> property) {
    return rows.stream().map(property).distinct().count();
  }

  /** The place of a row. */
  Place of(ResultRow row) {
    Place plain = Place.of(row);
    if (!several.contains(plain)) {
      return plain;
    }
    String variant = row.variant().isEmpty() ? "" : " " + row.variant();
    String hash = alike.contains(plain) ? " (" + row.config() + ")" : "";
    return new Place(plain.benchmark(), plain.problem(), plain.solver() + variant + hash);
  }
}
