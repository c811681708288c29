package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays settings over a configuration record, component by component. */
final class SettingsMerge {

  private final Class<? extends Record> type;
  private final String place;
  private final ObjectNode settings;
  private final Map<String, String> origins = new HashMap<>();

  /**
   * Starts from the defaults.
   *
   * @param place what is configured, for messages
   */
  SettingsMerge(Record defaults, String place) {
    this(defaults.getClass(), place, Json.MAPPER.valueToTree(defaults));
  }

  private SettingsMerge(Class<? extends Record> type, String place, ObjectNode settings) {
    this.type = type;
    this.place = place;
    this.settings = settings;
  }

  /** The same again, to be changed apart. */
  SettingsMerge copy(String otherPlace) {
    SettingsMerge copy = new SettingsMerge(type, otherPlace, settings.deepCopy());
    copy.origins.putAll(origins);
    return copy;
  }

  /**
   * Replaces the components named in {@code overrides}.
   *
   * @param where where the overrides stand, for messages
   * @param origin the same for {@link #origins()}
   * @throws UsageException naming a key that is not a component, and the known ones
   */
  void apply(JsonNode overrides, String where, String origin) {
    apply(settings, overrides, "", where, origin);
  }

  private void apply(
      ObjectNode onto, JsonNode overrides, String path, String where, String origin) {
    overrides
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              JsonNode former = onto.get(key);
              if (former == null) {
                List<String> known = new ArrayList<>();
                onto.fieldNames().forEachRemaining(name -> known.add(path + name));
                throw new UsageException(NearestName.message("setting", path + key, where, known));
              }
              if (former instanceof ObjectNode nested && entry.getValue().isObject()) {
                apply(nested, entry.getValue(), path + key + ".", where, origin);
              } else {
                onto.set(key, entry.getValue());
                origins.keySet().removeIf(known -> known.startsWith(path + key + "."));
                origins.put(path + key, origin);
              }
            });
  }

  /**
   * Sets one component.
   *
   * @param path its names from the outside in, with dots
   * @param origin where the value stands, for {@link #origins()}
   */
  void set(String path, JsonNode value, String origin) {
    JsonNode nested = value;
    String rest = path;
    for (int dot = rest.lastIndexOf('.'); dot >= 0; dot = rest.lastIndexOf('.')) {
      nested = Json.MAPPER.createObjectNode().set(rest.substring(dot + 1), nested);
      rest = rest.substring(0, dot);
    }
    apply(Json.MAPPER.createObjectNode().set(rest, nested), place, origin);
  }

  /** The component of a path, which must exist. */
  JsonNode at(String path) {
    return settings.at("/" + path.replace('.', '/'));
  }

  /** All components as they stand, not checked. */
  ObjectNode settings() {
    return settings;
  }

  /** Where values come from that are not the defaults, by their paths. */
  Map<String, String> origins() {
    return origins;
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
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof InputCoercionException range) {
        boolean isInt = range.getTargetType() == int.class;
        throw new UsageException(
            "%s: %s must be a whole number between %d and %d but is %s"
                .formatted(
                    place,
                    path(e),
                    isInt ? Integer.MIN_VALUE : Long.MIN_VALUE,
                    isInt ? Integer.MAX_VALUE : Long.MAX_VALUE,
                    at(e)));
      }
      throw new UsageException("%s: %s: %s".formatted(place, path(e), e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      throw new UsageException(place + ": " + e.getOriginalMessage());
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      path.append(
          step.getFieldName() == null
              ? "[" + step.getIndex() + "]"
              : (path.isEmpty() ? "" : ".") + step.getFieldName());
    }
    return path.toString();
  }

  private JsonNode at(JsonMappingException e) {
    JsonNode node = settings;
    for (JsonMappingException.Reference step : e.getPath()) {
      node =
          step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
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
    if (Set.of(int.class, long.class, Integer.class, Long.class).contains(target)) {
      return "a whole number";
    }
    if (Set.of(double.class, float.class, Double.class, Float.class).contains(target)) {
      return "a number";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "true or false";
    }
    if (target.isRecord()) {
      return Arrays.stream(target.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.joining(", ", "a group of ", ""));
    }
    return List.class.isAssignableFrom(target) ? "a list" : target.getSimpleName();
  }
}
