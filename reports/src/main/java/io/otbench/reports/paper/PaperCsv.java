package io.otbench.reports.paper;

import io.otbench.reports.published.PublishedValue;
import io.otbench.reports.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * A paper view as CSV for further computing: every digit, footnotes as text. The confidence is the
 * chance that the interval from low to high holds the true mean: below 0.95 the interval is the
 * range of the seeds, see {@link Estimate#confidence}.
 */
final class PaperCsv {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "citation",
          "table",
          "method",
          "problem",
          "dim",
          "metric",
          "direction",
          "qualifier",
          "paper",
          "solver",
          "config",
          "variant",
          "ours_mean",
          "ours_low",
          "ours_high",
          "confidence",
          "n",
          "not_ok",
          "ratio",
          "verdict",
          "notes");

  private PaperCsv() {}

  static String render(PaperView view) {
    StringBuilder text = new StringBuilder(line(COLUMNS));
    for (PaperTable table : view.tables()) {
      table.lines().forEach(one -> text.append(line(fields(view, table, one))));
    }
    return text.toString();
  }

  private static List<String> fields(PaperView view, PaperTable table, PaperLine line) {
    PublishedValue published = line.published();
    Optional<Estimate> ours = line.estimate();
    Optional<Estimate> spread = ours.filter(Estimate::hasInterval);
    List<String> fields = new ArrayList<>();
    fields.add(view.benchmark());
    fields.add(table.paper().text());
    fields.add(table.name());
    fields.add(published.method());
    fields.add(published.problem());
    fields.add(String.valueOf(published.dim()));
    fields.add(published.metric());
    fields.add(published.direction());
    fields.add(published.qualifier());
    fields.add(published.printed().map(value -> value.toPlainString()).orElse(""));
    fields.add(line.ours().map(c -> c.group().solver()).or(published::solver).orElse(""));
    fields.add(line.ours().map(c -> c.group().config()).orElse(""));
    fields.add(line.ours().map(c -> c.group().variant()).orElse(""));
    fields.add(ours.map(estimate -> String.valueOf(estimate.mean())).orElse(""));
    fields.add(spread.map(estimate -> String.valueOf(estimate.low())).orElse(""));
    fields.add(spread.map(estimate -> String.valueOf(estimate.high())).orElse(""));
    fields.add(spread.map(estimate -> String.valueOf(estimate.confidence())).orElse(""));
    fields.add(ours.map(estimate -> String.valueOf(estimate.n())).orElse("0"));
    fields.add(line.ours().map(c -> c.notOkText()).orElse(""));
    fields.add(text(line.ratio()));
    fields.add(line.verdict().text());
    fields.add(
        Stream.concat(
                view.missing().stream(),
                line.footnotes().stream().map(number -> view.footnotes().get(number - 1)))
            .collect(Collectors.joining("; ")));
    return fields;
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? String.valueOf(number.getAsDouble()) : "";
  }

  private static String line(List<String> fields) {
    return FORMAT.format(fields.toArray()) + "\n";
  }
}
