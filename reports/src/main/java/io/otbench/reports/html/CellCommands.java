package io.otbench.reports.html;

import io.otbench.reports.results.CellKey;
import io.otbench.reports.results.RunFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of the command that runs one cell again and compares: {@code otbench reproduce
 * PROBLEM/SOLVER/SEED --run DIR}. The cells of a sweep have that path in common, so they are named
 * by the first digits of their identity, with which their stamps begin.
 *
 * @param folder the run folder as a word of a shell
 * @param names name of each cell as a word of a shell; none of a cell that ended without a result,
 *     or that was made without a stamp of that kind
 */
record CellCommands(String folder, Map<CellKey, String> names) {
  private static final Pattern STAMP = Pattern.compile("([0-9a-f]{12}) [0-9]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  static CellCommands of(RunFolder folder, List<CellLine> cells, Map<CellKey, String> stamps) {
    Map<String, Long> paths =
        cells.stream()
            .collect(Collectors.groupingBy(cell -> path(cell.key()), Collectors.counting()));
    Map<CellKey, String> names = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      CellKey key = cell.key();
      Matcher stamp = STAMP.matcher(Optional.ofNullable(stamps.get(key)).orElse(""));
      if (stamp.matches() && !cell.row().status().isTriedAgain()) {
        boolean alone = paths.getOrDefault(path(key), 0L) == 1;
        names.put(key, quoted(alone ? path(key) : stamp.group(1)));
      }
    }
    return new CellCommands(quoted(folder.path().toString()), names);
  }

  private static String path(CellKey key) {
    return key.problem() + "/" + key.solver() + "/" + key.seed();
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
