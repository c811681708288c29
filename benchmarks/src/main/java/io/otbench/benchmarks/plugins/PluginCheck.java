package io.otbench.benchmarks.plugins;

import io.otbench.benchmarks.cell.Json;
import io.otbench.benchmarks.cell.SolverSettings;
import io.otbench.benchmarks.metrics.MetricProvider;
import io.otbench.benchmarks.suite.Benchmark;
import io.otbench.benchmarks.suite.ProblemProvider;
import io.otbench.benchmarks.suite.Registry;
import io.otbench.benchmarks.suite.UsageException;
import io.otbench.solvers.api.OtSolver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tries everything that plug-ins add, so that a jar that is no good is named before any work. */
final class PluginCheck {

  private static final List<Class<?>> SERVICES =
      List.of(OtSolver.class, Benchmark.class, ProblemProvider.class, MetricProvider.class);

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CLASS_VERSION = Pattern.compile("class file version (\\d+)");

  /** Class files of Java n have the version n + 44. */
  private static final int VERSION_OFFSET = 44;

  private final PluginLoader loader;

  /** The jar of each name of a solver or benchmark, with the kind in front; ours have none. */
  private final Map<String, String> taken = new HashMap<>();

  private int found;

  private PluginCheck(PluginLoader loader) {
    this.loader = loader;
    Registry.solvers().names().forEach(name -> taken.put("solver " + name, "otbench"));
    Registry.benchmarks().names().forEach(name -> taken.put("benchmark " + name, "otbench"));
  }

  /**
   * Makes one of every service that the jars name.
   *
   * @throws UsageException naming the first jar that cannot be used and why
   */
  static void require(Path folder, PluginLoader loader) {
    PluginCheck check = new PluginCheck(loader);
    loader.jars().forEach(check::jar);
    if (check.found == 0) {
      throw new UsageException(
          "no jar in %s has a solver, benchmark, problems or metrics: none has a file META-INF/services/%s or the like"
              .formatted(folder, OtSolver.class.getName()));
    }
  }

  private void jar(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Class<?> service : SERVICES) {
        ZipEntry entry = zip.getEntry("META-INF/services/" + service.getName());
        if (entry != null) {
          for (String name : classNames(zip, entry)) {
            provider(jar, service, name);
          }
        }
      }
    } catch (ZipException e) {
      throw bad(jar, "is no jar: " + e.getMessage());
    } catch (IOException e) {
      throw bad(jar, "cannot be read: " + e.getMessage());
    }
  }

  private static List<String> classNames(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // The code of somebody else may throw anything.
  private void provider(Path jar, Class<?> service, String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      if (!service.isAssignableFrom(type)) {
        throw bad(jar, "names %s, which is no %s".formatted(name, service.getSimpleName()));
      }
      Object made = type.getConstructor().newInstance();
      if (made instanceof OtSolver<?> solver) {
        take(jar, "solver", solver.name());
        requireConfiguration(jar, solver);
      } else if (made instanceof Benchmark benchmark) {
        take(jar, "benchmark", benchmark.name());
      } else if (made instanceof ProblemProvider provider) {
        provider.problems().forEach(problem -> requireName(jar, "problem", problem));
      }
      found++;
    } catch (UsageException e) {
      throw e;
    } catch (ClassNotFoundException e) {
      throw bad(jar, "names the class %s, which it does not have".formatted(name));
    } catch (UnsupportedClassVersionError e) {
      throw bad(
          jar, "is built for %s, this is Java %d".formatted(java(e), Runtime.version().feature()));
    } catch (NoClassDefFoundError e) {
      throw bad(
          jar, "has %s, which needs a class that is missing: %s".formatted(name, e.getMessage()));
    } catch (NoSuchMethodException e) {
      throw bad(
          jar, "has %s, which must have a public constructor without arguments".formatted(name));
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      throw bad(jar, "has %s, whose constructor threw %s".formatted(name, oneLine(e.getCause())));
    } catch (Exception | LinkageError e) {
      throw bad(jar, "has %s, which cannot be used: %s".formatted(name, oneLine(e)));
    }
  }

  private void take(Path jar, String kind, String name) {
    requireName(jar, kind, name);
    String other = taken.put(kind + " " + name, jar.getFileName().toString());
    if (other != null) {
      throw bad(
          jar,
          "has a %s '%s', and %s has one of that name; rename one".formatted(kind, name, other));
    }
  }

  private static void requireName(Path jar, String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw bad(
          jar,
          "names a %s '%s'; a name must be lower case letters, digits and dashes"
              .formatted(kind, name));
    }
  }

  /** Settings travel to workers as JSON and back. */
  private static <C extends Record> void requireConfiguration(Path jar, OtSolver<C> solver) {
    C config = solver.defaultConfig(2);
    if (!SolverSettings.read(solver, Json.MAPPER.valueToTree(config)).equals(config)) {
      throw bad(
          jar,
          "has a solver '%s' whose configuration is not equal to itself after a trip through JSON"
              .formatted(solver.name()));
    }
  }

  private static String java(UnsupportedClassVersionError e) {
    Matcher version = CLASS_VERSION.matcher(String.valueOf(e.getMessage()));
    return version.find()
        ? "Java " + (Integer.parseInt(version.group(1)) - VERSION_OFFSET)
        : "a newer Java";
  }

  private static String oneLine(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "an exception without a cause";
    }
    String message = Optional.ofNullable(thrown.getMessage()).orElse("no message");
    return thrown.getClass().getSimpleName()
        + ": "
        + message.lines().findFirst().orElse("no message");
  }

  private static UsageException bad(Path jar, String reason) {
    return new UsageException("plug-in %s %s".formatted(jar, reason));
  }
}
