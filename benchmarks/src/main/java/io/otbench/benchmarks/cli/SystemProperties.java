package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * System properties that stand for options. Others belong to Java and Maven, so only what is nearly
 * one of ours can be told to be a mistake.
 *
 * @param known the names of all of ours
 */
record SystemProperties(List<String> known) {

  /** A property of Maven that is as near to ours as a mistake would be. */
  private static final String OF_MAVEN = "test";

  /** Names of so many letters are a letter away from a mistake, and two from another word. */
  private static final int SHORT = 4;

  /**
   * Looks for names that are nearly one of ours.
   *
   * @throws UsageException naming the first
   */
  void refuseMistyped() {
    for (String name : System.getProperties().stringPropertyNames().stream().sorted().toList()) {
      Optional<String> near = NearestName.find(name, known);
      if (near.isPresent() && !known.contains(name) && !isAnothers(name, near.get())) {
        throw new UsageException(
            "unknown property -D%s; did you mean -D%s?".formatted(name, near.get()));
      }
    }
  }

  /** Whether a name is more likely to be somebody else's than a mistake. */
  private static boolean isAnothers(String name, String near) {
    return name.equals(OF_MAVEN)
        || (near.length() <= SHORT && NearestName.distance(name, near) > 1);
  }

  /**
   * Looks for properties of ours that would be passed over.
   *
   * @param leading the property that says what is done
   * @param beside those that belong to it
   * @throws UsageException naming the first
   */
  void refuseOthers(String leading, List<String> beside) {
    for (String name : known) {
      boolean belongs = name.equals(leading) || beside.contains(name);
      String value = System.getProperty(name, "");
      if (!belongs && !value.isBlank() && !value.equals("false")) {
        throw new UsageException(
            "-D%s does not go with -D%s, which takes %s"
                .formatted(
                    name,
                    leading,
                    beside.stream()
                        .filter(other -> !other.equals(leading))
                        .map(other -> "-D" + other)
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  /**
   * Whether a property is set that is true or false; without a value it is true.
   *
   * @throws UsageException for another value
   */
  static boolean flag(String name) {
    String value = System.getProperty(name, "false");
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "", "true" -> true;
      case "false" -> false;
      default ->
          throw new UsageException("-D%s must be true or false but is '%s'".formatted(name, value));
    };
  }
}
