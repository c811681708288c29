package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of the settings of a solver: paths such as {@code adam.learningRate}, or the end of one
 * where no other path has that end.
 */
final class SettingNames {

  private final List<String> groups = new ArrayList<>();
  private final List<String> leaves = new ArrayList<>();

  /** The names of the components of a configuration. */
  SettingNames(ObjectNode settings) {
    collect(settings, "");
  }

  private void collect(ObjectNode settings, String prefix) {
    settings
        .properties()
        .forEach(
            entry -> {
              String path = prefix + entry.getKey();
              if (entry.getValue() instanceof ObjectNode nested) {
                groups.add(path);
                collect(nested, path + ".");
              } else {
                leaves.add(path);
              }
            });
  }

  /**
   * The whole path of a setting.
   *
   * @throws UsageException naming the nearest name, or the paths it could be
   */
  String resolve(Setting setting) {
    List<String> all = all();
    if (all.contains(setting.key())) {
      return setting.key();
    }
    List<String> found = endingIn(setting.key());
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      Set<String> ends = new TreeSet<>(all);
      all.forEach(path -> ends.add(path.substring(path.lastIndexOf('.') + 1)));
      throw new UsageException(
          NearestName.message(
              "setting",
              setting.key(),
              "of solver '%s' in %s".formatted(setting.solver(), setting.place()),
              ends,
              leaves.isEmpty()
                  ? "none"
                  : leaves.stream().sorted().collect(Collectors.joining(", "))));
    }
    throw new UsageException(
        "setting '%s' of solver '%s' in %s could be %s; write one of them"
            .formatted(
                setting.key(), setting.solver(), setting.place(), String.join(" or ", found)));
  }

  /** The shortest name of a path that means nothing else. */
  String shortest(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    while (!name.equals(path) && (all().contains(name) || endingIn(name).size() > 1)) {
      int end = path.length() - name.length() - 1;
      name = path.substring(path.lastIndexOf('.', end - 1) + 1);
    }
    return name;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(groups);
    all.addAll(leaves);
    return all;
  }

  private List<String> endingIn(String name) {
    return all().stream().filter(path -> path.endsWith("." + name)).toList();
  }
}
