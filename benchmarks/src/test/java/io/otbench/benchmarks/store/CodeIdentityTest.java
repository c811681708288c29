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

  private static CodeIdentity of(Path... classPath) {
    return CodeIdentity.of(List.of(classPath), List.of());
  }

  @Test
  void isTheSameForFoldersAndJars() throws IOException {
    Path folders = classes("solvers", "code");
    Path services = Files.createDirectories(folders.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.otbench.solvers.api.OtSolver"), "A");
    assertThat(of(jar("solvers", "code"))).isEqualTo(of(folders));
    assertThat(of(folders).hash()).matches("[0-9a-f]{64}");
    assertThat(of(folders).parts()).containsOnlyKeys("solvers", "djl", "libtorch");
  }

  @Test
  void changesWithTheCodeOfNumbersButNotWithWhatStandsAround() throws IOException {
    Path solvers = classes("solvers", "code");
    CodeIdentity before = of(solvers, classes("reports", "old"), classes("benchmarks/cli", "old"));
    assertThat(of(solvers, classes("reports", "new"), classes("benchmarks/cli", "new")))
        .isEqualTo(before);
    assertThat(before.differences(of(solvers, classes("benchmarks/metrics", "code"))))
        .containsExactly("class path: benchmarks is new");
    assertThat(before.differences(of(classes("solvers", "changed"))))
        .containsExactly("class path: solvers has changed");
  }

  @Test
  void aForeignJarCountsWhenItOffersSolvers() throws IOException {
    CodeIdentity without = of(foreignJar("library.jar", "META-INF/services/java.nio.Any", "a"));
    assertThat(without).isEqualTo(of());
    String service = "META-INF/services/io.otbench.solvers.api.OtSolver";
    CodeIdentity first = of(foreignJar("mine.jar", service, "a"));
    CodeIdentity second = of(foreignJar("mine.jar", service, "b"));
    assertThat(without.differences(first)).containsExactly("class path: mine.jar is new");
    assertThat(first.differences(second)).containsExactly("class path: mine.jar has changed");
  }

  @Test
  void aLibraryThatComputesCounts() throws IOException {
    CodeIdentity old = of(foreignJar("ejml-core-0.43.jar", "org/ejml/A.class", "a"));
    CodeIdentity now = of(foreignJar("ejml-core-0.44.jar", "org/ejml/A.class", "a"));
    assertThat(old.differences(now)).containsExactly("class path: libraries has changed");
    CodeIdentity patched = of(foreignJar("ejml-core-0.44.jar", "org/ejml/A.class", "b"));
    assertThat(now.differences(patched)).containsExactly("class path: libraries has changed");
  }

  @Test
  void whatDecidesTheThreadsOfAWorkerCounts() throws IOException {
    Path run = folder.resolve("classes/io/otbench/benchmarks/run");
    Files.createDirectories(run);
    Path root = folder.resolve("classes");
    Files.writeString(run.resolve("MatrixRun.class"), "old");
    Files.writeString(run.resolve("WorkerArguments.class"), "old");
    Files.writeString(run.resolve("WorkerProcess$Verdict.class"), "old");
    CodeIdentity before = of(root);
    Files.writeString(run.resolve("MatrixRun.class"), "new");
    assertThat(of(root)).isEqualTo(before);
    Files.writeString(run.resolve("WorkerArguments.class"), "new");
    CodeIdentity arguments = of(root);
    assertThat(before.differences(arguments)).containsExactly("class path: benchmarks has changed");
    Files.writeString(run.resolve("WorkerProcess$Verdict.class"), "new");
    assertThat(arguments.differences(of(root)))
        .containsExactly("class path: benchmarks has changed");
  }

  @Test
  void aJarOfPluginsCountsWholeWhateverIsInIt() throws IOException {
    Path helper = foreignJar("helper.jar", "com/example/Helper.class", "a");
    CodeIdentity first = CodeIdentity.of(List.of(helper), List.of(helper));
    foreignJar("helper.jar", "com/example/Helper.class", "b");
    CodeIdentity second = CodeIdentity.of(List.of(helper), List.of(helper));
    assertThat(of().differences(first)).containsExactly("plug-in helper.jar is new");
    assertThat(first.differences(second)).containsExactly("plug-in helper.jar has changed");
  }

  private Path foreignJar(String name, String entry, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }
}
