package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a user sets over a profile.
 *
 * @param settings a later one wins over an earlier one that stands elsewhere; in one place a name
 *     stands once
 */
public record Overrides(List<Setting> settings) {

  /** Nothing is set. */
  public static final Overrides NONE = new Overrides(List.of());

  /** Copies the list. */
  public Overrides {
    settings = List.copyOf(settings);
  }

  /**
   * Checks what settings are named after.
   *
   * @param wanted names of the solvers that run
   * @param known names of all solvers
   * @throws UsageException when one is of no solver that runs
   */
  public void requireSolvers(Collection<String> wanted, Collection<String> known) {
    for (Setting setting : settings) {
      if (setting.solver().isEmpty() && known.contains(setting.key())) {
        throw new UsageException(
            "setting '%s' in %s must name a component of the solver, such as %s.steps"
                .formatted(setting.key(), setting.place(), setting.key()));
      }
      if (setting.solver().isEmpty() && !BenchmarkProfile.OWN_SETTINGS.contains(setting.key())) {
        TreeSet<String> names = new TreeSet<>(BenchmarkProfile.OWN_SETTINGS);
        throw new UsageException(
            NearestName.message(
                "setting",
                setting.key(),
                "in " + setting.place(),
                names,
                String.join(", ", names) + ", and those of a solver as SOLVER.NAME"));
      }
      if (!setting.solver().isEmpty() && !known.contains(setting.solver())) {
        throw new UsageException(
            NearestName.message("solver", setting.solver(), "in " + setting.place(), known));
      }
      if (!setting.solver().isEmpty() && !wanted.contains(setting.solver())) {
        throw new UsageException(
            "setting '%s' in %s is of a solver that does not run; --solvers names %s"
                .formatted(setting.name(), setting.place(), String.join(", ", wanted)));
      }
    }
  }

  /**
   * Those of a solver by the whole paths of what they set.
   *
   * @param components the configuration they change
   * @throws UsageException for a name that is unknown, ambiguous or stands twice in one place
   */
  Map<String, Setting> of(String solver, ObjectNode components) {
    SettingNames names = new SettingNames(components);
    Map<String, Setting> byPath = new LinkedHashMap<>();
    settings.stream()
        .filter(setting -> setting.solver().equals(solver))
        .forEach(setting -> put(byPath, names.resolve(setting), setting));
    return byPath;
  }

  /** Those of the profile itself by their keys. */
  Map<String, Setting> ofProfile() {
    Map<String, Setting> byKey = new LinkedHashMap<>();
    settings.stream()
        .filter(setting -> setting.solver().isEmpty())
        .forEach(setting -> put(byKey, setting.key(), setting));
    return byKey;
  }

  private static void put(Map<String, Setting> byPath, String path, Setting setting) {
    Setting former = byPath.put(path, setting);
    if (former != null && former.place().equals(setting.place())) {
      throw new UsageException(
          former.name().equals(setting.name())
              ? "setting '%s' in %s must be given once but stands there twice"
                  .formatted(setting.name(), setting.place())
              : "settings '%s' and '%s' in %s are one; give one of them"
                  .formatted(former.name(), setting.name(), setting.place()));
    }
  }

  /** The places of some settings, for a message. */
  static String places(Stream<Setting> some) {
    return String.join(" and ", some.map(Setting::place).distinct().toList());
  }
}
