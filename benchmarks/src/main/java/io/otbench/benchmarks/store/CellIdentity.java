package io.otbench.benchmarks.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.otbench.benchmarks.cell.Cell;
import io.otbench.benchmarks.cell.CellConfig;
import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that decides the numbers of a cell: two cells of one identity have the same numbers on
 * one kind of machine.
 *
 * @param cell what is run
 * @param code what runs it
 */
public record CellIdentity(Cell cell, CodeIdentity code) {

  /** Digits of the hash that names of files have. */
  static final int SHORT_DIGITS = 12;

  /**
   * SHA-256 of the canonical JSON, 64 hexadecimal digits. Where the data lie and how many points a
   * curve has change no result and are left out.
   */
  public String hash() {
    // The code stands there as its own hash, which is the same for all cells of a run.
    return Sha256.hex(
        Json.line(
            List.of(
                cell.benchmark(),
                cell.problem(),
                cell.config().canonicalText(),
                cell.seed(),
                code.hash())));
  }

  /** What is different in {@code now}, a sentence for every key, such as of settings. */
  public List<String> differences(CellIdentity now) {
    SortedMap<String, String> before = leaves(cell.config());
    SortedMap<String, String> after = leaves(now.cell.config());
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<String> found = new ArrayList<>();
    for (String key : keys) {
      String was = before.getOrDefault(key, "not there");
      String is = after.getOrDefault(key, "not there");
      if (!was.equals(is)) {
        found.add("%s was %s, is %s".formatted(key, was, is));
      }
    }
    found.addAll(code.differences(now.code));
    return found;
  }

  private static SortedMap<String, String> leaves(CellConfig config) {
    SortedMap<String, String> found = new TreeMap<>();
    addLeaves(found, "", Json.MAPPER.valueToTree(config));
    return found;
  }

  private static void addLeaves(SortedMap<String, String> found, String at, JsonNode tree) {
    if (tree.isArray() && tree.size() == 1) {
      addLeaves(found, at, tree.path(0));
      return;
    }
    if (!tree.isObject()) {
      found.put(at, tree.isTextual() ? tree.textValue() : tree.toString());
      return;
    }
    tree.fieldNames()
        .forEachRemaining(
            name -> addLeaves(found, at.isEmpty() ? name : at + "." + name, tree.path(name)));
  }
}
