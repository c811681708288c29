package io.otbench.benchmarks.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.profiles.Setting;
import io.otbench.benchmarks.profiles.YamlTree;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A matrix in a YAML file: the options of a run by their names, the name of the benchmark, and a
 * map of settings.
 */
final class MatrixFile {

  /** Keys with one value, and what that is. */
  private static final Set<String> TEXTS =
      Set.of("benchmark", "profile", "out", "data", "table", "scaling", "plugins");

  private static final Set<String> NUMBERS = Set.of("seeds", "workers", "time", "wall", "memory");
  private static final Set<String> LISTS = Set.of("solvers", "dims", "problems", "drop");
  private static final String SET = "set";

  private final String name;
  private final ObjectNode values;

  private MatrixFile(String name, ObjectNode values) {
    this.name = name;
    this.values = values;
  }

  /** No file: nothing stands in it. */
  static MatrixFile none() {
    return new MatrixFile("", Json.MAPPER.createObjectNode());
  }

  /**
   * Reads a file.
   *
   * @throws UsageException when it cannot be read or is not a map of known keys
   */
  static MatrixFile read(Path file) {
    JsonNode tree;
    try {
      tree = YamlTree.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new UsageException("%s: there is no such file for --config".formatted(file));
    } catch (MalformedInputException e) {
      throw new UsageException("%s: the text must be UTF-8, it is not".formatted(file));
    } catch (IOException e) {
      throw new UsageException(
          "%s: %s".formatted(file, Files.isDirectory(file) ? "must be a file, it is a folder" : e));
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(file, e.getMessage()));
    }
    if (!(tree instanceof ObjectNode values) || values.isEmpty()) {
      throw new UsageException(
          "%s: must be a map such as 'benchmark: gaussian', it is none".formatted(file));
    }
    Set<String> known = new TreeSet<>(Set.of(SET));
    known.addAll(TEXTS);
    known.addAll(NUMBERS);
    known.addAll(LISTS);
    for (String key : (Iterable<String>) values::fieldNames) {
      if (!known.contains(key)) {
        throw new UsageException(NearestName.message("key", key, "in " + file, known));
      }
    }
    return new MatrixFile(file.toString(), values);
  }

  /** Its name as the user wrote it. */
  String name() {
    return name;
  }

  /** The keys that stand in it. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    values.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /**
   * The value of a key, read like that of its option.
   *
   * @throws UsageException when it is of another type, or the option would refuse it
   */
  <T> Optional<T> value(String key, ITypeConverter<T> option) {
    JsonNode value = values.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Objects.requireNonNull(option.convert(text(key, value))));
    } catch (TypeConversionException e) {
      throw new UsageException("%s in %s %s".formatted(key, name, e.getMessage()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("no option throws another exception", e);
    }
  }

  /** The value as it would stand on the command line. */
  private String text(String key, JsonNode value) {
    if (TEXTS.contains(key)) {
      return scalar(key, value, value.isTextual(), "a text");
    }
    if (NUMBERS.contains(key)) {
      return scalar(key, value, value.isNumber(), "a number");
    }
    if (!value.isArray() || value.isEmpty()) {
      throw wrong(key, value, "a list with at least one value");
    }
    boolean numbers = key.equals("dims");
    return StreamSupport.stream(value.spliterator(), false)
        .map(
            item ->
                scalar(
                    key,
                    item,
                    numbers ? item.isNumber() : item.isTextual(),
                    numbers ? "a list of numbers" : "a list of texts"))
        .collect(Collectors.joining(","));
  }

  private String scalar(String key, JsonNode value, boolean right, String kind) {
    if (!right) {
      throw wrong(key, value, kind);
    }
    return value.asText();
  }

  private UsageException wrong(String key, JsonNode value, String kind) {
    return new UsageException("%s in %s must be %s but is %s".formatted(key, name, kind, value));
  }

  /**
   * The settings.
   *
   * @throws UsageException when one has no value
   */
  List<Setting> settings() {
    JsonNode value = values.path(SET);
    if (value.isMissingNode()) {
      return List.of();
    }
    if (value instanceof ObjectNode settings) {
      return Setting.of(settings, "set of " + name);
    }
    throw wrong(SET, value, "a map such as {implicit.steps: 100}");
  }
}
