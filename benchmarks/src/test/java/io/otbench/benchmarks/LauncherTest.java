package io.otbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts the program. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

  /** In place of java: says what it is asked. */
  private static final String FAKE =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; else echo "$@"; fi
      """;

  @TempDir private Path temp;

  @Test
  void aFolderThatTheLocaleCannotHoldIsNamed() throws IOException, InterruptedException {
    // The shell makes the folder, an u with two dots: the locale of this JVM may not hold it
    // either.
    String script =
        """
        home="$2/$(printf '\\303\\274')"
        mkdir -p "$home/bin"
        cp "$1" "$home/bin/otbench"
        LC_ALL=C sh "$home/bin/otbench" --version
        """;
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                script,
                "sh",
                Path.of("src/main/launcher/otbench").toAbsolutePath().toString(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said)
        .startsWith("otbench: the folder '" + temp)
        .endsWith(
            "' has characters that the encoding of the locale, ASCII, cannot hold; set LC_ALL to"
                + " another one, such as C.UTF-8\n");
    assertThat(shell.waitFor()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"report, true", "compare, true", "run, false", "datasets, false"})
  void onlyWhatDrawsAndComparesDoesWithoutTheOptimisingCompiler(String command, boolean without)
      throws IOException, InterruptedException {
    Path java = Files.createDirectories(temp.resolve("bin")).resolve("java");
    Files.writeString(java, FAKE);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder launcher =
        new ProcessBuilder(List.of("sh", "src/main/launcher/otbench", command, "--help"))
            .redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", temp.toString());
    Process process = launcher.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).endsWith("io.otbench.benchmarks.Main " + command + " --help");
    assertThat(said.contains("-XX:TieredStopAtLevel=1")).isEqualTo(without);
  }
}
