package io.otbench.benchmarks.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.CellStatus;
import java.util.regex.Pattern;

/**
 * The beginning of the file of a cell: what must be known of it to tell whether it runs again.
 *
 * @param identity hash of its identity
 * @param build hash of the code that made it
 * @param key the cell
 * @param status how it ended
 * @param platform kind of the machine that ran it
 * @param number of the file among those written to the folder, from 1; a later one is higher
 * @param variant what a sweep varied, for people; empty for nothing, as in files of before it
 */
public record CellHead(
    String identity,
    String build,
    CellKey key,
    CellStatus status,
    String platform,
    long number,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String variant) {

  private static final Pattern STAMP =
      Pattern.compile("[0-9a-f]{%d} \\d+".formatted(CellIdentity.SHORT_DIGITS));

  static CellHead of(CellRecord record, long number) {
    return new CellHead(
        record.identity().hash(),
        record.identity().code().hash(),
        record.cell().key(),
        record.outcome().status(),
        record.platform(),
        number,
        record.cell().variant());
  }

  /** Whether the cell is tried again; see {@link CellStatus#isTriedAgain}. */
  public boolean isRetried() {
    return status.isTriedAgain();
  }

  /** The first digits of the identity. */
  public String shortIdentity() {
    return identity.substring(0, CellIdentity.SHORT_DIGITS);
  }

  /** A name for the command line, such as {@code gaussian-8/w2gn/1}. */
  public String path() {
    return key.problem() + "/" + key.solver() + "/" + key.seed();
  }

  /** The path and what a sweep varied, such as {@code gaussian-8/w2gn/1 batchSize=256}. */
  public String name() {
    return Cell.name(path(), variant);
  }

  /** Whether rows with this stamp were made from the file of a cell. */
  static boolean isStamp(String text) {
    return STAMP.matcher(text).matches();
  }

  /** In the closing line of the rows: which file they were made from. */
  String stamp() {
    return shortIdentity() + " " + number;
  }

  /** Such as {@code gaussian_gaussian-8_w2gn_seed1_3f2a91c04d5e.json}. */
  String fileName() {
    String name =
        String.join(
            "_",
            key.benchmark(),
            key.problem(),
            key.solver(),
            "seed" + key.seed(),
            shortIdentity());
    // Names of foreign solvers may hold anything; the digits keep the files apart.
    return name.replaceAll("[^A-Za-z0-9._-]", "-") + ".json";
  }
}
