package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.run.CellLimits;
import io.otbench.datasets.tabular.Scaling;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; each message says what would be right. */
final class Converters {

  private Converters() {}

  /** A count. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      try {
        int count = Integer.parseInt(value.trim());
        if (count >= 1) {
          return count;
        }
      } catch (NumberFormatException e) {
        // Answered below like a number that is too small.
      }
      throw new TypeConversionException(
          "must be a whole number, at least 1, but is '" + value + "'");
    }
  }

  /** A time. */
  static final class Seconds implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        double seconds = Double.parseDouble(value.trim());
        if (seconds > 0 && Double.isFinite(seconds)) {
          return seconds;
        }
      } catch (NumberFormatException e) {
        // Answered below like a number that is too small.
      }
      throw new TypeConversionException(
          "must be a number of seconds above 0 but is '" + value + "'");
    }
  }

  /** How many times more. */
  static final class Factor implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        double factor = Double.parseDouble(value.trim());
        if (factor > 1 && Double.isFinite(factor)) {
          return factor;
        }
      } catch (NumberFormatException e) {
        // Answered below like a number that is too small.
      }
      throw new TypeConversionException("must be a factor above 1 but is '" + value + "'");
    }
  }

  /** Memory of a worker. */
  static final class Memory implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      try {
        int mib = Integer.parseInt(value.trim());
        if (mib >= CellLimits.LEAST_MEMORY_MIB) {
          return mib;
        }
      } catch (NumberFormatException e) {
        // Answered below like a number that is too small.
      }
      throw new TypeConversionException(
          "must be a whole number of MiB, at least %d, but is '%s'"
              .formatted(CellLimits.LEAST_MEMORY_MIB, value));
    }
  }

  /** Dimensions with commas between them. */
  static final class Dims implements ITypeConverter<List<Integer>> {
    @Override
    public List<Integer> convert(String value) {
      List<Integer> dims = new ArrayList<>();
      for (String item : value.split(",", -1)) {
        try {
          dims.add(Integer.parseInt(item.trim()));
        } catch (NumberFormatException e) {
          throw new TypeConversionException(
              "must be whole numbers with commas, such as 2,4,8, but has '%s' in '%s'"
                  .formatted(item, value));
        }
      }
      return dims;
    }
  }

  /** A folder. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return path(value, "a folder");
    }
  }

  /** A file. */
  static final class AnyFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return path(value, "a file");
    }
  }

  private static Path path(String value, String kind) {
    if (value.isBlank()) {
      throw new TypeConversionException("must name " + kind + " but is empty");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "must name %s but %s"
              .formatted(kind, FileNames.unusable(value).orElse("is '" + value + "'")));
    }
  }

  /** A scaling that can be asked for. */
  static final class ScalingName implements ITypeConverter<Scaling> {
    @Override
    public Scaling convert(String value) {
      return switch (value.trim()) {
        case "zscore" -> Scaling.ZSCORE;
        case "minmax" -> Scaling.MINMAX;
        case "svd" -> Scaling.SVD;
        default ->
            throw new TypeConversionException(
                "must be zscore, minmax or svd but is '" + value + "'");
      };
    }
  }

  /** Names with commas between them. */
  static final class Names implements ITypeConverter<List<String>> {
    @Override
    public List<String> convert(String value) {
      List<String> names = new ArrayList<>();
      for (String item : value.split(",", -1)) {
        if (item.isBlank()) {
          throw new TypeConversionException(
              "must be names with commas between them but is '" + value + "'");
        }
        names.add(item.trim());
      }
      return names;
    }
  }
}
