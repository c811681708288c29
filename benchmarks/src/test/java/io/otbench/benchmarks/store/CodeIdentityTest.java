package io.otbench.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeIdentityTest {

  @TempDir private Path folder;

  private Path classes(String module, String content) throws IOException {
    Path root = folder.resolve(module).resolve("target").resolve("classes");
    Path file = root.resolve("io").resolve("otbench").resolve(module).resolve("A.class");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return root;
  }

  private Path jar(String module, String content) throws IOException {
    Path jar = folder.resolve("otbench-" + module + "-0.1.0.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write(1);
      zip.putNextEntry(new ZipEntry("io/otbench/" + module + "/A.class"));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void isTheSameForFoldersAndJars() throws IOException {
    Path folders = classes("solvers", "code");
    assertThat(CodeIdentity.of(List.of(jar("solvers", "code"))))
        .isEqualTo(CodeIdentity.of(List.of(folders)))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void changesWithTheCodeOfNumbersButNotOfReports() throws IOException {
    Path solvers = classes("solvers", "code");
    String before = CodeIdentity.of(List.of(solvers, classes("reports", "old")));
    assertThat(CodeIdentity.of(List.of(solvers, classes("reports", "new")))).isEqualTo(before);
    assertThat(CodeIdentity.of(List.of(classes("solvers", "changed")))).isNotEqualTo(before);
  }
}
