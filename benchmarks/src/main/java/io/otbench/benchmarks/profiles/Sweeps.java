package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every combination of the values of swept settings. */
final class Sweeps {

  /**
   * One combination.
   *
   * @param values what is set, by the paths of the settings
   * @param variant the swept ones among them, such as {@code batchSize=256, steps=100}
   */
  record Choice(Map<String, JsonNode> values, String variant) {

    /** The value at the path of one of the settings. */
    JsonNode value(String path) {
      return Objects.requireNonNull(values.get(path), path);
    }

    private Choice and(String path, JsonNode value, String text) {
      Map<String, JsonNode> more = new LinkedHashMap<>(values);
      more.put(path, value);
      String separator = variant.isEmpty() || text.isEmpty() ? "" : ", ";
      return new Choice(more, variant + separator + text);
    }
  }

  private Sweeps() {}

  /**
   * The combinations, the values of the last setting changing first; one where nothing is swept.
   *
   * @param settings by their paths
   * @param former the value at a path that is replaced
   * @param name what a path is called in a variant
   */
  static List<Choice> of(
      Map<String, Setting> settings,
      Function<String, JsonNode> former,
      UnaryOperator<String> name) {
    List<Choice> choices = List.of(new Choice(Map.of(), ""));
    for (Map.Entry<String, Setting> entry : settings.entrySet()) {
      String path = entry.getKey();
      JsonNode replaced = former.apply(path);
      Setting setting = entry.getValue();
      choices =
          choices.stream()
              .flatMap(
                  choice ->
                      setting.values(replaced).stream()
                          .map(
                              value ->
                                  choice.and(
                                      path,
                                      value,
                                      setting.isSweep(replaced)
                                          ? name.apply(path) + "=" + text(value)
                                          : "")))
              .toList();
    }
    return choices;
  }

  /** A value as people write it: 0.0003, not 3.0E-4. */
  private static String text(JsonNode value) {
    if (value.isFloatingPointNumber() && Double.isFinite(value.asDouble())) {
      return BigDecimal.valueOf(value.asDouble()).stripTrailingZeros().toString();
    }
    return value.isTextual() ? value.asText() : value.toString();
  }
}
