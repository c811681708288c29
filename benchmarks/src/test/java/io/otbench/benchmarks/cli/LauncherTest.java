package io.otbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher asks of the JVM, said by a script in place of java. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String FAKE =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; else echo "$@"; fi
      """;

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({"report, true", "compare, true", "run, false", "datasets, false"})
  void onlyWhatDrawsAndComparesDoesWithoutTheOptimisingCompiler(String command, boolean without)
      throws IOException, InterruptedException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, FAKE);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder launcher =
        new ProcessBuilder(List.of("sh", "src/main/launcher/otbench", command, "--help"))
            .redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", home.toString());
    Process process = launcher.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).endsWith("io.otbench.benchmarks.Main " + command + " --help");
    assertThat(said.contains("-XX:TieredStopAtLevel=1")).isEqualTo(without);
  }
}
