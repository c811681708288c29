package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.files.CsvLayout;
import io.otbench.datasets.tabular.files.CsvReader;
import io.otbench.datasets.tabular.files.NpyReader;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.files.TableLimits;
import io.otbench.datasets.tabular.files.TableSource;
import io.otbench.datasets.tabular.preparation.PlainPreparation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a set of any table of the user, in the form of the complete sets of the catalogue. */
public final class TableLoader {

  /** 32 million numbers are prepared in less than 1 GiB. */
  private static final TableLimits LIMITS = new TableLimits(1 << 24, 2, 1024, 1 << 25);

  private TableLoader() {}

  /** As {@link #load(Path, List, Scaling)}, by z-score. */
  public static TabularSet load(Path file, List<String> dropped) {
    return load(file, dropped, Scaling.ZSCORE);
  }

  /**
   * Reads a table and prepares it: rows shuffled with a fixed seed, the last tenth for the test,
   * the last tenth of the rest for validation, columns scaled by the other two parts.
   *
   * @param file CSV with a line of column names, plain (.csv) or in gzip (.csv.gz), or NPY (.npy)
   * @param dropped columns that are no part of the set and may hold anything; those of an NPY file
   *     are named c1, c2, ...
   * @param scaling z-score or min-max
   * @throws IllegalArgumentException when the file is no such table
   */
  public static TabularSet load(Path file, List<String> dropped, Scaling scaling) {
    if (scaling != Scaling.ZSCORE && scaling != Scaling.MINMAX) {
      throw new IllegalArgumentException(
          file + ": scaling of a table must be ZSCORE or MINMAX but is " + scaling);
    }
    String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    TableSource source = TableSource.of(file);
    Table table;
    if (lower.endsWith(".npy")) {
      table = without(source, NpyReader.readTable(source, LIMITS), dropped);
    } else if (lower.endsWith(".csv") || lower.endsWith(".csv.gz")) {
      table = CsvReader.read(source, LIMITS, CsvLayout.without(dropped));
    } else {
      throw source.refusal("a table must be a .csv, .csv.gz or .npy file by its name");
    }
    return SetAssembly.toSet(
        name(lower),
        false,
        "file " + file,
        SetAssembly.prepare(source, () -> PlainPreparation.prepare(table, scaling)));
  }

  /**
   * The SHA-256 of a file.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FileChecksum checksum(Path file) {
    return FileChecksum.of(TableSource.of(file), "SHA-256", Optional.empty());
  }

  /** The name of the file without its ending, in lower-case letters, digits and single dashes. */
  private static String name(String fileName) {
    String stem = fileName.replaceFirst("\\.(npy|csv|csv\\.gz)$", "");
    String name = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "table" : name;
  }

  private static Table without(TableSource source, Table table, List<String> dropped) {
    for (String column : dropped) {
      if (!table.columns().contains(column)) {
        throw source.refusal(
            "must have a column '%s' but has c1 to c%d".formatted(column, table.width()));
      }
    }
    List<Integer> kept =
        IntStream.range(0, table.width())
            .filter(i -> !dropped.contains(table.columns().get(i)))
            .boxed()
            .toList();
    if (kept.isEmpty()) {
      throw source.refusal("must keep at least one column but all are dropped");
    }
    return table.keepColumns(kept);
  }
}
