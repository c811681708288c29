package io.otbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

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
}
