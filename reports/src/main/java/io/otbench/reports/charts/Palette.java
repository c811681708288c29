package io.otbench.reports.charts;

import io.otbench.reports.statistics.CellGroup;
import io.otbench.reports.statistics.SolverOrder;
import java.awt.Color;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One colour per solver in all figures of a run, from the palette of Okabe and Ito, which readers
 * with any colour vision can tell apart. Solvers of this suite keep their colour in every run.
 */
final class Palette {
  private static final double TINT = 0.55;

  private static final Map<String, Color> FIXED =
      Map.of(
          "identity", new Color(0x767676),
          "constant", new Color(0xB0B0B0),
          "linear", new Color(0x000000),
          "implicit", new Color(0x0072B2),
          "w2gn", new Color(0xD55E00),
          "dpot", new Color(0x009E73),
          "diotm", new Color(0xCC79A7),
          "otp", new Color(0xE69F00));

  private static final List<Color> OTHERS =
      List.of(
          new Color(0x882255),
          new Color(0x56B4E9),
          new Color(0x999933),
          new Color(0x332288),
          new Color(0x44AA99),
          new Color(0x661100));

  private final Map<String, Color> colours = new HashMap<>(FIXED);

  Palette(Collection<String> solvers) {
    List<String> others =
        solvers.stream()
            .distinct()
            .filter(solver -> !FIXED.containsKey(solver))
            .sorted(SolverOrder.BY_NAME)
            .toList();
    for (int i = 0; i < others.size(); i++) {
      colours.put(others.get(i), OTHERS.get(i % OTHERS.size()));
    }
  }

  Color of(String solver) {
    return colours.getOrDefault(solver, Color.DARK_GRAY);
  }

  /** The colour of a group: further configurations of a solver have lighter tints of its colour. */
  Color of(CellGroup group, List<CellGroup> all) {
    int configuration =
        all.stream()
            .filter(other -> other.solver().equals(group.solver()))
            .map(CellGroup::label)
            .distinct()
            .sorted()
            .toList()
            .indexOf(group.label());
    double white = 1 - Math.pow(TINT, configuration);
    Color full = of(group.solver());
    return new Color(
        mix(full.getRed(), white), mix(full.getGreen(), white), mix(full.getBlue(), white));
  }

  private static int mix(int part, double white) {
    return (int) Math.round(part + (255 - part) * white);
  }
}
