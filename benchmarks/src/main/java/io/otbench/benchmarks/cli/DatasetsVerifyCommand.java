package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.datasets.tabular.CatalogueEntry;
import io.otbench.datasets.tabular.DataFolder;
import io.otbench.datasets.tabular.FileChecksum;
import io.otbench.datasets.tabular.SetVerification;
import io.otbench.datasets.tabular.TabularCatalogue;
import io.otbench.reports.tables.Numbers;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads sets of tables whole and says whether they are what they should be. */
@Command(
    name = "verify",
    description =
        "Reads sets whole and compares their files, rows and columns with what is known of them.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class DatasetsVerifyCommand implements Callable<Integer> {

  private static final String COLUMN = "  %-30s  %9s  %9s  %9s  %9s%n";

  private final Invocation invocation;

  @Parameters(
      paramLabel = "NAMES",
      arity = "0..*",
      description =
          "Sets; otbench datasets list shows them. Default: those that are shipped and, complete,"
              + " those whose files are there.")
  private List<String> names = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = Converters.Folder.class,
      description = "As in otbench run.")
  private @Nullable Path data;

  @Option(
      names = "--columns",
      description = "Show statistics of every column of the train part as prepared.")
  private boolean columns;

  DatasetsVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    DataFolder folder = DatasetsCommand.folder(data);
    boolean agree = true;
    for (CatalogueEntry entry : entries(folder)) {
      agree &= verify(entry, folder);
    }
    Optional<FileChecksum> archive = folder.archiveChecksum();
    if (archive.isPresent()) {
      agree &= archive.get().agrees();
      say("archive", archive.get().agrees(), archive.get().description());
    }
    return agree ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<CatalogueEntry> entries(DataFolder folder) {
    List<String> known = TabularCatalogue.entries().stream().map(CatalogueEntry::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            NearestName.message(
                "set", name, "in datasets verify", known, String.join(", ", known)));
      }
    }
    return names.isEmpty()
        ? TabularCatalogue.entries().stream()
            .filter(entry -> entry.embedded() || !entry.subset())
            .filter(entry -> entry.available(folder))
            .toList()
        : names.stream().distinct().map(TabularCatalogue::entry).toList();
  }

  private boolean verify(CatalogueEntry entry, DataFolder folder) {
    SetVerification found;
    try {
      found = SetVerification.of(entry, entry.scalings().get(0), folder);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      say(entry.name(), false, UsageException.inOneLine(e).getMessage());
      return false;
    }
    String files =
        found.files().stream().map(FileChecksum::description).collect(Collectors.joining("; "));
    say(
        entry.name(),
        found.agrees(),
        "%d columns, %s; %s".formatted(found.columns().size(), found.rows(), files));
    if (columns) {
      PrintStream out = invocation.out();
      out.printf(COLUMN, "column", "min", "mean", "sd", "max");
      for (SetVerification.ColumnStatistics column : found.columns()) {
        out.printf(
            COLUMN,
            column.column(),
            Numbers.text(column.min()),
            Numbers.text(column.mean()),
            Numbers.text(column.deviation()),
            Numbers.text(column.max()));
      }
    }
    return found.agrees();
  }

  private void say(String name, boolean fine, @Nullable String what) {
    invocation.out().printf("%s: %s: %s%n", name, fine ? "fine" : "differs", what);
  }
}
