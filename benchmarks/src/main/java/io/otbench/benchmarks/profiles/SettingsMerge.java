package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays settings over a configuration record, component by component. */
final class SettingsMerge {

  private final Class<? extends Record> type;
  private final String place;
  private final ObjectNode settings;

  /**
   * Starts from the defaults.
   *
   * @param place what is configured, for messages
   */
  SettingsMerge(Record defaults, String place) {
    this.type = defaults.getClass();
    this.place = place;
    this.settings = Json.MAPPER.valueToTree(defaults);
  }

  /**
   * Replaces the components named in {@code overrides}.
   *
   * @param where where the overrides stand, for messages
   * @throws UsageException naming a key that is not a component, and the known ones
   */
  void apply(JsonNode overrides, String where) {
    apply(settings, overrides, "", where);
  }

  private static void apply(ObjectNode onto, JsonNode overrides, String path, String where) {
    overrides
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              JsonNode former = onto.get(key);
              if (former == null) {
                List<String> known = new ArrayList<>();
                onto.fieldNames().forEachRemaining(known::add);
                throw new UsageException(NearestName.message("setting", path + key, where, known));
              }
              if (former instanceof ObjectNode nested && entry.getValue().isObject()) {
                apply(nested, entry.getValue(), path + key + ".", where);
              } else {
                onto.set(key, entry.getValue());
              }
            });
  }

  /**
   * All components, as the record itself writes them, so that 1 and 1.0 are one setting.
   *
   * @throws UsageException with the record's own message when it refuses a value
   */
  JsonNode result() {
    try {
      return Json.MAPPER.valueToTree(Json.MAPPER.treeToValue(settings, type));
    } catch (ValueInstantiationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UsageException(place + ": " + cause.getMessage());
    } catch (MismatchedInputException e) {
      throw new UsageException(
          "%s: %s must be %s but is %s".formatted(place, path(e), kind(e.getTargetType()), at(e)));
    } catch (JsonProcessingException e) {
      throw new UsageException(place + ": " + e.getOriginalMessage());
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }

  private JsonNode at(JsonMappingException e) {
    JsonNode node = settings;
    for (JsonMappingException.Reference step : e.getPath()) {
      node = node.path(step.getFieldName());
    }
    return node;
  }

  private static String kind(Class<?> target) {
    if (target.isEnum()) {
      List<String> constants = new ArrayList<>();
      for (Object constant : target.getEnumConstants()) {
        constants.add(((Enum<?>) constant).name());
      }
      return "one of " + String.join(", ", constants);
    }
    if (target == int.class || target == long.class) {
      return "a whole number";
    }
    return target == double.class || target == float.class ? "a number" : target.getSimpleName();
  }
}
