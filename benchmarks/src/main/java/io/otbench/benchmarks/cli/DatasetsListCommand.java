package io.otbench.benchmarks.cli;

import io.otbench.datasets.tabular.CatalogueEntry;
import io.otbench.datasets.tabular.DataFolder;
import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.TabularCatalogue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the sets of tables. */
@Command(
    name = "list",
    description = "Shows the sets, their sizes and origins, and whether their files are there.",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class)
final class DatasetsListCommand implements Runnable {

  private static final String LINE = "%-21s  %3s  %7s  %10s  %6s  %-17s  %-7s  %s%n";

  private final Invocation invocation;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = Converters.Folder.class,
      description = "As in otbench run.")
  private @Nullable Path data;

  DatasetsListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void run() {
    DataFolder folder = DatasetsCommand.folder(data);
    PrintStream out = invocation.out();
    out.println("Data folder: " + folder.description());
    out.printf(LINE, "set", "dim", "train", "validation", "test", "scaling", "files", "source");
    TabularCatalogue.entries().forEach(entry -> line(out, entry, folder));
    out.println("A subset of yours has at most the rows shown. Files below the data folder:");
    TabularCatalogue.entries().stream()
        .filter(entry -> !entry.embedded() && !entry.subset())
        .forEach(
            entry -> out.printf("%-21s  %s%n", entry.name(), String.join(" or ", entry.files())));
  }

  private static void line(PrintStream out, CatalogueEntry entry, DataFolder folder) {
    String files = entry.available(folder) ? "there" : "missing";
    out.printf(
        LINE,
        entry.name(),
        entry.dim(),
        entry.rows().train(),
        entry.rows().validation(),
        entry.rows().test(),
        entry.scalings().stream().map(DatasetsListCommand::text).collect(Collectors.joining(",")),
        entry.embedded() ? "shipped" : files,
        entry.source());
  }

  private static String text(Scaling scaling) {
    return scaling.name().toLowerCase(Locale.ROOT);
  }
}
