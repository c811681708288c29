package io.otbench.benchmarks.uci;

import ai.djl.ndarray.NDManager;
import io.otbench.benchmarks.metrics.Evaluation;
import io.otbench.benchmarks.metrics.Evaluations;
import io.otbench.benchmarks.metrics.TabularMetrics;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.DataIdentity;
import io.otbench.benchmarks.suite.DataOptions;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.Problem;
import io.otbench.datasets.tabular.CatalogueEntry;
import io.otbench.datasets.tabular.DataFolder;
import io.otbench.datasets.tabular.FileChecksum;
import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.TableLoader;
import io.otbench.datasets.tabular.TabularCatalogue;
import io.otbench.solvers.api.RandomStreams;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Maps from the standard normal law to the rows of a table, scored by held-out rows; see {@link
 * TabularMetrics}. The tables are the sets of the catalogue or one file of the user's.
 */
public final class UciBenchmark implements Benchmark {

  private final DataOptions options;

  /** The sets of the catalogue; files of those that are not shipped are looked for by default. */
  public UciBenchmark() {
    this(DataOptions.NONE);
  }

  private UciBenchmark(DataOptions options) {
    this.options = options;
  }

  @Override
  public Benchmark with(DataOptions wanted) {
    if (!wanted.dropped().isEmpty() && wanted.table().isEmpty()) {
      throw new UsageException("--drop names columns of a --table, but no table is given");
    }
    UciBenchmark benchmark = new UciBenchmark(wanted);
    wanted.table().ifPresent(benchmark::table);
    return benchmark;
  }

  @Override
  public String name() {
    return "uci";
  }

  @Override
  public String summary() {
    return "from a standard normal to real tables, or to one of your own";
  }

  @Override
  public String problemSummary() {
    return options.table().isPresent()
        ? String.join(", ", problems())
        : "%s (shipped); %s (files of the user)"
            .formatted(names(CatalogueEntry::embedded), names(entry -> !entry.embedded()));
  }

  private static String names(Predicate<CatalogueEntry> wanted) {
    return TabularCatalogue.entries().stream()
        .filter(wanted)
        .map(CatalogueEntry::name)
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<String> problems() {
    return options
        .table()
        .map(file -> List.of(table(file).problem().name()))
        .orElseGet(() -> TabularCatalogue.entries().stream().map(CatalogueEntry::name).toList());
  }

  @Override
  public List<String> problems(int dim) {
    return problems().stream().filter(name -> dim(name) == dim).toList();
  }

  private int dim(String name) {
    return options
        .table()
        .map(file -> table(file).problem().dim())
        .orElseGet(() -> TabularCatalogue.entry(name).dim());
  }

  @Override
  public String dims() {
    return problems().stream()
        .map(this::dim)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** The table of the user, else the shipped sets: the dimensions of a profile are no choice. */
  @Override
  public List<String> defaultProblems(List<Integer> profileDims) {
    return options.table().isPresent() ? problems() : TabularCatalogue.embeddedNames();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UsageException when its file is missing or refused
   */
  @Override
  public Problem problem(String name) {
    return loaded(name).problem();
  }

  @Override
  public Optional<DataIdentity> identity(String problem) {
    List<FileChecksum> files =
        options
            .table()
            .map(file -> List.of(TableLoader.checksum(file)))
            .orElseGet(() -> TabularCatalogue.entry(problem).checksums(folder()));
    return Optional.of(
        new DataIdentity(
            files.stream().map(FileChecksum::value).toList(), options.dropped(), scaling()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws UsageException when its file is missing or refused
   */
  @Override
  public List<String> columns(String problem) {
    return loaded(problem).columns();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The rows of a score are as many as {@link TabularReference} says, since the time grows with
   * their square; those of the published protocol are added where so many are asked for.
   */
  @Override
  public Evaluation evaluation(
      NDManager manager, Problem problem, int samples, RandomStreams streams) {
    LoadedSet set = loaded(problem.name());
    return new Evaluations(
        List.of(
            new TabularMetrics(manager, set.reference(manager), samples, streams),
            set.generatedRows(manager, streams)));
  }

  @Override
  public String headlineMetric() {
    return "mmd_u@median";
  }

  private LoadedSet loaded(String name) {
    if (options.table().isPresent()) {
      return table(options.table().get());
    }
    CatalogueEntry entry = TabularCatalogue.entry(name);
    return LoadedSets.get(
        name, options, () -> new LoadedSet(orUsage(() -> entry.load(scaling(), folder()))));
  }

  private LoadedSet table(Path file) {
    return LoadedSets.get(
        "",
        options,
        () -> new LoadedSet(orUsage(() -> TableLoader.load(file, options.dropped(), scaling()))));
  }

  private Scaling scaling() {
    return options.scaling().orElse(Scaling.ZSCORE);
  }

  private DataFolder folder() {
    return orUsage(() -> DataFolder.find(options.folder()));
  }

  /** A file that is missing or refused is a mistake of the user, said in one line. */
  private static <T> T orUsage(Supplier<T> loading) {
    try {
      return loading.get();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw UsageException.inOneLine(e);
    }
  }
}
