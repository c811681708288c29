package io.otbench.datasets.tabular;

import io.otbench.datasets.FloatRows;
import io.otbench.datasets.tabular.files.CsvLayout;
import io.otbench.datasets.tabular.files.CsvReader;
import io.otbench.datasets.tabular.files.HdfReader;
import io.otbench.datasets.tabular.files.NpyReader;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.files.TableLimits;
import io.otbench.datasets.tabular.files.TableSource;
import io.otbench.datasets.tabular.preparation.GasPreparation;
import io.otbench.datasets.tabular.preparation.HepmassPreparation;
import io.otbench.datasets.tabular.preparation.MiniboonePreparation;
import io.otbench.datasets.tabular.preparation.PowerPreparation;
import io.otbench.datasets.tabular.preparation.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One of the five sets that flows are compared on, or a part of one; the files are the user's.
 *
 * @param groups files below the data folder: any one of the groups, complete
 * @param conversion Python that makes a readable file of the one in the archive, where that is
 *     needed
 * @param reader makes the set of the files of a group
 */
record PublishedSet(
    String name,
    boolean subset,
    int dim,
    Split rows,
    List<List<String>> groups,
    List<Scaling> scalings,
    Optional<String> conversion,
    Reader reader,
    String source)
    implements CatalogueEntry {

  private static final String ARCHIVE = ", prepared files of Zenodo record 1161203";
  private static final List<Scaling> TWO = List.of(Scaling.ZSCORE, Scaling.MINMAX);
  private static final int MAX_SENSOR_COLUMNS = 64;

  /** The full set has 17 million. */
  private static final int MAX_SENSOR_NUMBERS = 1 << 25;

  /** Lines of a HEPMASS file for each one that is kept; half of them are signal. */
  private static final int LINES_PER_SIGNAL = 20;

  private static final String GAS_CONVERSION =
      "the archive has it as a pandas pickle; in the folder gas, with the pandas that reads it:"
          + " python3 -c \"import numpy, pandas;"
          + " t = pandas.read_pickle('ethylene_CO.pickle');"
          + " numpy.save('ethylene_CO.npy',"
          + " t.drop(columns=['Meth', 'Eth', 'Time']).to_numpy('float64'))\"";

  private static final String BSDS300_CONVERSION =
      "should the HDF5 file not be readable, in the folder BSDS300:"
          + " python3 -c \"import h5py, numpy; f = h5py.File('BSDS300.hdf5');"
          + " [numpy.save(k + '.npy', f[k][()]) for k in ('train', 'validation', 'test')]\"";

  /** Makes a set of its files. */
  private interface Reader {

    TabularSet read(PublishedSet set, Scaling scaling, List<Path> files);
  }

  /** The five sets, then parts of them; the shorter names of two belong to embedded subsets. */
  static List<PublishedSet> all() {
    PublishedSet gas =
        new PublishedSet(
            "gas",
            false,
            8,
            new Split(852_174, 94_685, 105_206),
            List.of(
                List.of("gas/ethylene_CO.npy"),
                List.of("gas/ethylene_CO.csv"),
                List.of("gas/ethylene_CO.csv.gz")),
            TWO,
            Optional.of(GAS_CONVERSION),
            PublishedSet::readGas,
            "UCI 322, gas sensors under dynamic mixtures" + ARCHIVE);
    PublishedSet hepmass =
        new PublishedSet(
            "hepmass",
            false,
            21,
            new Split(315_123, 35_013, 174_987),
            List.of(
                List.of("hepmass/1000_train.csv", "hepmass/1000_test.csv"),
                List.of("hepmass/1000_train.csv.gz", "hepmass/1000_test.csv.gz")),
            List.of(Scaling.ZSCORE, Scaling.MINMAX, Scaling.SVD),
            Optional.empty(),
            PublishedSet::readHepmass,
            "UCI 347, HEPMASS" + ARCHIVE);
    PublishedSet bsds300 =
        new PublishedSet(
            "bsds300",
            false,
            63,
            new Split(1_000_000, 50_000, 250_000),
            List.of(
                List.of("BSDS300/BSDS300.hdf5"),
                List.of("BSDS300/train.npy", "BSDS300/validation.npy", "BSDS300/test.npy")),
            TWO,
            Optional.of(BSDS300_CONVERSION),
            PublishedSet::readBsds300,
            "Berkeley Segmentation Dataset 300, for non-commercial research and education"
                + ARCHIVE);
    PublishedSet power =
        new PublishedSet(
            "power",
            false,
            6,
            new Split(1_659_917, 184_435, 204_928),
            List.of(List.of("power/data.npy")),
            TWO,
            Optional.empty(),
            PublishedSet::readPower,
            "UCI 235, household electric power" + ARCHIVE);
    PublishedSet miniboone =
        new PublishedSet(
            "miniboone",
            false,
            43,
            new Split(29_556, 3_284, 3_648),
            List.of(List.of("miniboone/data.npy")),
            TWO,
            Optional.empty(),
            PublishedSet::readMiniboone,
            "UCI 199, MiniBooNE particle identification" + ARCHIVE);
    return List.of(
        power,
        gas,
        hepmass,
        miniboone,
        bsds300,
        power.asSubset("power-user-subset"),
        gas.asSubset("gas-subset"),
        hepmass.asSubset("hepmass-subset"),
        miniboone.asSubset("miniboone-user-subset"),
        bsds300.asSubset("bsds300-subset"));
  }

  private PublishedSet asSubset(String subsetName) {
    return new PublishedSet(
        subsetName, true, dim, rows, groups, scalings, conversion, reader, "subset, " + source);
  }

  @Override
  public boolean embedded() {
    return false;
  }

  @Override
  public List<String> files() {
    return groups.stream().map(group -> String.join(", ", group)).toList();
  }

  @Override
  public boolean available(DataFolder folder) {
    return folder.firstComplete(groups).isPresent();
  }

  @Override
  public TabularSet load(Scaling scaling, DataFolder folder) {
    SetAssembly.requireScaling(this, scaling);
    return reader.read(this, scaling, found(folder));
  }

  @Override
  public List<FileChecksum> checksums(DataFolder folder) {
    // The checksums of single members of the archive are not published.
    return found(folder).stream()
        .map(file -> FileChecksum.of(TableSource.of(file), "SHA-256", Optional.empty()))
        .toList();
  }

  private List<Path> found(DataFolder folder) {
    return folder.firstComplete(groups).orElseThrow(() -> folder.missing(name, groups, conversion));
  }

  private static TabularSet readPower(PublishedSet set, Scaling scaling, List<Path> files) {
    TableSource source = TableSource.of(files.get(0));
    List<String> columns = PowerPreparation.RAW_COLUMNS;
    Table unnamed =
        NpyReader.readTable(source, TableLimits.exactly(columns.size(), set.rows.total()));
    SetAssembly.requireRows(set, source, set.rows.total(), unnamed.rows());
    Table raw = new Table(columns, unnamed.rows(), unnamed.values());
    return SetAssembly.assemble(set, source, () -> PowerPreparation.prepare(raw, scaling));
  }

  private static TabularSet readMiniboone(PublishedSet set, Scaling scaling, List<Path> files) {
    TableSource source = TableSource.of(files.get(0));
    Table raw = NpyReader.readTable(source, TableLimits.exactly(set.dim, set.rows.total()));
    SetAssembly.requireRows(set, source, set.rows.total(), raw.rows());
    return SetAssembly.assemble(set, source, () -> MiniboonePreparation.prepare(raw, scaling));
  }

  private static TabularSet readGas(PublishedSet set, Scaling scaling, List<Path> files) {
    TableSource source = TableSource.of(files.get(0));
    int rows = set.rows.total();
    Table sensors =
        source.name().endsWith(".npy")
            ? NpyReader.readTable(
                source, new TableLimits(rows, 2, MAX_SENSOR_COLUMNS, MAX_SENSOR_NUMBERS))
            : CsvReader.read(
                source,
                new TableLimits(rows, 5, MAX_SENSOR_COLUMNS, MAX_SENSOR_NUMBERS),
                CsvLayout.without(List.of("Time", "Meth", "Eth")));
    SetAssembly.requireRows(set, source, rows, sensors.rows());
    return SetAssembly.assemble(set, source, () -> GasPreparation.prepare(sensors));
  }

  private static TabularSet readHepmass(PublishedSet set, Scaling scaling, List<Path> files) {
    TableSource source = TableSource.of(files.get(0));
    Table train = readSignal(set, files.get(0), HepmassPreparation.TRAIN_COLUMNS, set.rows.known());
    Table test = readSignal(set, files.get(1), HepmassPreparation.TEST_COLUMNS, set.rows.test());
    return SetAssembly.assemble(
        set, source, () -> HepmassPreparation.prepare(train, test, scaling));
  }

  private static Table readSignal(PublishedSet set, Path file, int columns, int rows) {
    TableSource source = TableSource.of(file);
    CsvLayout layout =
        new CsvLayout(List.of(), true, HepmassPreparation::isSignal, LINES_PER_SIGNAL * rows);
    Table signal = CsvReader.read(source, TableLimits.exactly(columns, rows), layout);
    SetAssembly.requireRows(set, source, rows, signal.rows());
    return signal;
  }

  /** Nothing is scaled, so nothing is read in float64. */
  private static TabularSet readBsds300(PublishedSet set, Scaling scaling, List<Path> files) {
    List<String> parts = List.of("train", "validation", "test");
    List<Integer> counts = List.of(set.rows.train(), set.rows.validation(), set.rows.test());
    List<FloatRows> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Path file = files.get(Math.min(i, files.size() - 1));
      TableLimits limits = TableLimits.exactly(set.dim, counts.get(i));
      TableSource source = TableSource.of(file);
      FloatRows part =
          files.size() == 1
              ? HdfReader.readFloats(file, parts.get(i), limits)
              : NpyReader.readFloats(source, limits);
      SetAssembly.requireRows(set, source, counts.get(i), part.count());
      rows.add(part);
    }
    return new TabularSet(
        set.name,
        Scaling.STORED,
        set.subset,
        IntStream.rangeClosed(1, set.dim).mapToObj(i -> "pixel" + i).toList(),
        List.of(),
        set.source,
        rows.get(0),
        rows.get(1),
        rows.get(2));
  }
}
