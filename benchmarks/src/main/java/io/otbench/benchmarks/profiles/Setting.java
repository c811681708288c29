package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.suite.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user sets over a profile: a component of a solver's configuration record, or a number of
 * the profile itself. A list where one value belongs is a sweep.
 *
 * @param solver name of the solver; empty for a setting of the profile
 * @param key path of the component with dots, such as {@code adam.learningRate}, or its end
 * @param value the value, or several to run one after the other
 * @param place where the user wrote it, such as {@code --set}
 */
public record Setting(String solver, String key, JsonNode value, String place) {

  private static final String FORM = "implicit.learningRate=3e-4 or poolSize=1000";

  /**
   * Reads a setting of the command line; one of a group, such as {@code implicit={steps: 5}}, is as
   * many settings.
   *
   * @param text name, equals sign and value in YAML, such as {@code dpot.map.widths=[64,64]}
   * @throws UsageException when it is not of that form
   */
  public static List<Setting> parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new UsageException("--set must look like %s but is '%s'".formatted(FORM, text));
    }
    try {
      String name = text.substring(0, equals).strip();
      return of(name, YamlTree.read(text.substring(equals + 1)), "--set");
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--set %s: the value is no YAML: %s".formatted(text, e.getMessage()));
    }
  }

  /**
   * The settings of a map, in which those of a solver may stand together: {@code implicit.steps: 5}
   * or {@code implicit: {steps: 5}}.
   *
   * @param place where the map stands, such as {@code set of matrix.yaml}
   * @throws UsageException for a name that has no setting in it
   */
  public static List<Setting> of(ObjectNode settings, String place) {
    List<Setting> all = new ArrayList<>();
    settings.properties().forEach(entry -> all.addAll(of(entry.getKey(), entry.getValue(), place)));
    return List.copyOf(all);
  }

  private static List<Setting> of(String name, JsonNode value, String place) {
    if (value.isNull() || value.isMissingNode()) {
      throw new UsageException("setting '%s' in %s has no value".formatted(name, place));
    }
    int dot = name.indexOf('.');
    if (dot == 0 || name.endsWith(".") || name.isEmpty()) {
      throw new UsageException(
          "a setting in %s must be named like %s but is '%s'".formatted(place, FORM, name));
    }
    if (dot > 0) {
      return List.of(new Setting(name.substring(0, dot), name.substring(dot + 1), value, place));
    }
    if (value instanceof ObjectNode group) {
      return group.properties().stream()
          .flatMap(entry -> of(name + "." + entry.getKey(), entry.getValue(), place).stream())
          .toList();
    }
    return List.of(new Setting("", name, value, place));
  }

  /** The name as the user wrote it. */
  String name() {
    return solver.isEmpty() ? key : solver + "." + key;
  }

  /**
   * The values to run: several for a list where one value belongs, or for a list of lists where a
   * list belongs.
   *
   * @param former the value that is replaced
   * @throws UsageException when a sweep has no value or one twice
   */
  List<JsonNode> values(JsonNode former) {
    if (!isSweep(former)) {
      return List.of(value);
    }
    List<JsonNode> values = elements();
    if (values.isEmpty()) {
      throw new UsageException(
          "setting '%s' in %s must have at least one value but is []".formatted(name(), place));
    }
    if (values.stream().distinct().count() < values.size()) {
      throw new UsageException(
          "setting '%s' in %s must have different values but is %s"
              .formatted(name(), place, value));
    }
    return values;
  }

  /** Whether the value is a list of what could take the place of {@code former}. */
  boolean isSweep(JsonNode former) {
    return value instanceof ArrayNode
        && (!(former instanceof ArrayNode)
            || (!value.isEmpty() && elements().stream().allMatch(JsonNode::isArray)));
  }

  private List<JsonNode> elements() {
    return Stream.iterate(0, i -> i < value.size(), i -> i + 1).map(value::get).toList();
  }
}
