package io.otbench.benchmarks.run;

import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Tells before anything starts whether libtorch for this machine is on the class path. */
public final class NativeLibrary {

  private static final String RESOURCE = "native/lib/pytorch.properties";
  private static final List<String> SUPPORTED =
      List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");

  private NativeLibrary() {}

  /**
   * Looks for the library.
   *
   * @throws UsageException naming the platform and what would be right
   */
  public static void check() {
    check(
        NativeLibrary.class.getClassLoader(),
        platform(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  static void check(ClassLoader loader, String platform) {
    if (!SUPPORTED.contains(platform)) {
      throw new UsageException(
          "there is no libtorch for this platform, %s; it exists for %s"
              .formatted(platform, String.join(", ", SUPPORTED)));
    }
    Properties found = new Properties();
    try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        found.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " on the class path", e);
    }
    String classifier = found.getProperty("classifier", "none");
    if (!classifier.equals(platform)) {
      throw new UsageException(
          "libtorch for %s is not on the class path (found: %s); build with mvn -Dnative.classifier=%s"
              .formatted(platform, classifier, platform));
    }
  }

  /** The name that libtorch archives have for a platform, from Java's names. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String family = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
    return family + "-" + (osArch.equals("amd64") ? "x86_64" : osArch);
  }
}
