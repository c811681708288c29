package io.otbench.datasets.tabular;

import io.otbench.datasets.tabular.files.CsvLayout;
import io.otbench.datasets.tabular.files.CsvReader;
import io.otbench.datasets.tabular.files.NpyReader;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.files.TableLimits;
import io.otbench.datasets.tabular.files.TableSource;
import io.otbench.datasets.tabular.preparation.MiniboonePreparation;
import io.otbench.datasets.tabular.preparation.PlainPreparation;
import io.otbench.datasets.tabular.preparation.PowerPreparation;
import io.otbench.datasets.tabular.preparation.Prepared;
import io.otbench.datasets.tabular.preparation.Split;
import io.otbench.solvers.api.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A set among the resources; the README beside them names their origin.
 *
 * @param resource file beside this class
 * @param rawRows rows of the file
 * @param rawColumns columns of the file
 * @param dropped columns that are not part of the set
 * @param preparation what makes its parts
 * @param sha256 checksum of the resource
 */
record EmbeddedSet(
    String name,
    int dim,
    String resource,
    int rawRows,
    int rawColumns,
    List<String> dropped,
    Preparation preparation,
    String source,
    String sha256)
    implements CatalogueEntry {

  private static final String UCI = ", UCI Machine Learning Repository, CC BY 4.0 as stated there";

  /** Makes the parts of a set of its rows. */
  private interface Preparation {

    Prepared prepare(Table table, Scaling scaling);
  }

  static List<EmbeddedSet> all() {
    return List.of(
        complete(
            "magic",
            "magic04.csv.gz",
            19_020,
            11,
            List.of("class"),
            "MAGIC Gamma Telescope (id 159)",
            "1209f64a3ef705bc72765d9d37c907b5f2d7a28ab7ae3b45469de766804be18f"),
        complete(
            "htru2",
            "htru2.csv.gz",
            17_898,
            9,
            List.of("class"),
            "HTRU2 (id 372)",
            "0d93940518ea4826b7c1318c3ad7384166dec0542d7d21e1e86489f34af2dabc"),
        complete(
            "casp",
            "casp.csv.gz",
            45_730,
            10,
            List.of(),
            "Physicochemical Properties of Protein Tertiary Structure (id 265)",
            "7a53d7b8ccac466197a08146a49d56b30f242493ea82887cf7b35c9161246ef1"),
        complete(
            "ccpp",
            "ccpp.csv.gz",
            9_568,
            5,
            List.of(),
            "Combined Cycle Power Plant (id 294)",
            "a5c1c9ebe84fc4e39bb4c1ed41d3116bd88b5797e254e3682fb379239a5c3448"),
        complete(
            "wine-red",
            "winequality-red.csv.gz",
            1_599,
            12,
            List.of(),
            "Wine Quality (id 186), red part",
            "a68f76349dc024f38a5448782ba44ff74b36ee704f71d7fe1ef8caa7228f358f"),
        new EmbeddedSet(
            "miniboone-subset",
            43,
            "miniboone-subset.npy",
            1_523,
            43,
            List.of(),
            MiniboonePreparation::prepare,
            "subset, the first rows of the prepared MiniBooNE set (id 199)" + UCI,
            "39000ad98addde291f288293d8b78a5e87e85c726ed41e66f8330b741aadd264"),
        new EmbeddedSet(
            "power-subset",
            6,
            "power-subset.csv.gz",
            88_273,
            8,
            List.of(),
            EmbeddedSet::preparePower,
            "subset, winter months of Individual Household Electric Power Consumption (id 235)"
                + UCI,
            "b8bf83be4399488c9efdc23ff66570ae4ddac2d61ca874006184c9f31ed1f88c"));
  }

  private static EmbeddedSet complete(
      String name,
      String resource,
      int rows,
      int columns,
      List<String> dropped,
      String source,
      String sha256) {
    return new EmbeddedSet(
        name,
        columns - dropped.size(),
        resource,
        rows,
        columns,
        dropped,
        PlainPreparation::prepare,
        source + UCI,
        sha256);
  }

  /** The minute of the day is a bare integer here, which the published file no longer has. */
  private static Prepared preparePower(Table table, Scaling scaling) {
    RandomGenerator noise = RandomStreams.ofSeed(0).stream("power-minute");
    int minute = table.width() - 1;
    for (int i = 0; i < table.rows(); i++) {
      table.values()[i * table.width() + minute] += noise.nextDouble();
    }
    return PowerPreparation.prepare(table, scaling);
  }

  @Override
  public boolean embedded() {
    return true;
  }

  @Override
  public boolean subset() {
    return name.endsWith("-subset");
  }

  @Override
  public Split rows() {
    return Split.of(rawRows);
  }

  @Override
  public List<String> files() {
    return List.of();
  }

  @Override
  public boolean available(DataFolder folder) {
    return true;
  }

  @Override
  public List<Scaling> scalings() {
    return List.of(Scaling.ZSCORE, Scaling.MINMAX);
  }

  @Override
  public TabularSet load(Scaling scaling, DataFolder folder) {
    SetAssembly.requireScaling(this, scaling);
    TableLimits limits = TableLimits.exactly(rawColumns, rawRows);
    Table table =
        resource.endsWith(".npy")
            ? NpyReader.readTable(bytes(), limits)
            : CsvReader.read(bytes(), limits, CsvLayout.without(dropped));
    SetAssembly.requireRows(this, bytes(), rawRows, table.rows());
    return SetAssembly.assemble(this, bytes(), () -> preparation.prepare(table, scaling));
  }

  @Override
  public List<FileChecksum> checksums(DataFolder folder) {
    return List.of(FileChecksum.of(bytes(), "SHA-256", Optional.of(sha256)));
  }

  private TableSource bytes() {
    return TableSource.ofResource(EmbeddedSet.class, resource);
  }
}
