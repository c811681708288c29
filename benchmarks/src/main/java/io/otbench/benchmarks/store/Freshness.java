package io.otbench.benchmarks.store;

import io.otbench.benchmarks.cell.Cell;
import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.RunFolder;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which cells of a command a run folder has, and why the others run. */
public final class Freshness {

  /** What the folder has of a cell. */
  public enum State {
    /** A result that would come again. */
    FRESH,
    /** A result that would come again, and that was asked for again all the same. */
    FORCED,
    /** A result that something else decided. */
    STALE,
    /** A result that may be the fault of the machine. */
    RETRIED,
    /** Nothing. */
    MISSING
  }

  private final RunFolder folder;
  private final Map<CellKey, CellHead> heads;
  private final Set<CellKey> wanted;
  private final Set<CellKey> forced;

  /**
   * @param heads of the files in the folder
   * @param wanted the cells of the command
   * @param forced cells that run again whatever there is of them
   */
  public Freshness(
      RunFolder folder, Collection<CellHead> heads, Collection<Cell> wanted, Set<CellKey> forced) {
    this.folder = folder;
    this.heads = heads.stream().collect(Collectors.toMap(CellHead::key, Function.identity()));
    this.wanted = wanted.stream().map(Cell::key).collect(Collectors.toSet());
    this.forced = Set.copyOf(forced);
  }

  /** What there is of a cell. */
  public State state(CellIdentity identity) {
    CellHead head = heads.get(identity.cell().key());
    if (head == null) {
      return State.MISSING;
    }
    if (!head.identity().equals(identity.hash())) {
      return State.STALE;
    }
    if (head.isRetried()) {
      return State.RETRIED;
    }
    return forced.contains(head.key()) ? State.FORCED : State.FRESH;
  }

  /** The same in words, such as {@code stale: settings.steps was 800, is 1600}. */
  public String explain(CellIdentity identity) throws IOException {
    Optional<CellHead> head = Optional.ofNullable(heads.get(identity.cell().key()));
    return switch (state(identity)) {
      case FRESH -> "fresh: " + head.orElseThrow().status().text() + ", it does not run again";
      case FORCED ->
          "forced: %s, it runs again because --force asked for it"
              .formatted(head.orElseThrow().status().text());
      case STALE -> "stale: " + differences(head.orElseThrow(), identity);
      case RETRIED ->
          "%s, it runs again: %s"
              .formatted(
                  head.orElseThrow().status().text(),
                  CellFiles.read(folder, head.orElseThrow()).outcome().message());
      case MISSING -> {
        Optional<CellHead> relative = relative(identity.cell());
        yield relative.isEmpty()
            ? "missing: it has not been run"
            : "stale: " + differences(relative.get(), identity);
      }
    };
  }

  /** Cells that the command does not name and that other code made. */
  public List<CellHead> othersOfAnotherBuild(CodeIdentity code) {
    return heads.values().stream()
        .filter(head -> !wanted.contains(head.key()) && !head.build().equals(code.hash()))
        .toList();
  }

  private String differences(CellHead head, CellIdentity now) throws IOException {
    return String.join("; ", CellFiles.read(folder, head).identity().differences(now));
  }

  /**
   * The result of a cell under a configuration that the command no longer has, where there is none
   * under the present one. Another value of a sweep is another cell.
   */
  public Optional<CellHead> former(Cell cell) {
    return heads.containsKey(cell.key()) ? Optional.empty() : relative(cell);
  }

  private Optional<CellHead> relative(Cell cell) {
    CellKey key = cell.key();
    return heads.values().stream()
        .filter(
            head ->
                !wanted.contains(head.key())
                    && head.key().benchmark().equals(key.benchmark())
                    && head.key().problem().equals(key.problem())
                    && head.key().solver().equals(key.solver())
                    && head.key().seed() == key.seed()
                    && head.variant().equals(cell.variant()))
        .max((a, b) -> Long.compare(a.number(), b.number()));
  }
}
