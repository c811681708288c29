package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

  @TempDir private Path root;

  private Path file(String name, long millis) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    return file;
  }

  @Test
  void warnsWhenSourcesAreNewerThanClassesOrJar() throws IOException {
    file("solvers/src/main/java/A.java", 2_000);
    file("solvers/target/classes/A.class", 1_000);
    file("datasets/src/main/resources/a.csv", 2_000);
    Path jar = file("repository/otbench-datasets-0.1.0.jar", 1_000);
    file("reports/src/main/java/B.java", 1_000);
    file("reports/target/classes/B.class", 2_000);
    assertThat(
            new Checkout(root)
                .staleClassesWarning(
                    List.of(
                        root.resolve("solvers/target/classes"),
                        jar,
                        root.resolve("reports/target/classes"))))
        .contains(
            "warning: the classes of solvers, datasets are older than their sources;"
                + " start with mvn compile exec:java");
  }

  @Test
  void isQuietWhenClassesAreFreshOrUnknown() throws IOException {
    file("solvers/src/main/java/A.java", 1_000);
    file("solvers/target/classes/A.class", 1_000);
    file("datasets/src/main/java/B.java", 2_000);
    assertThat(
            new Checkout(root).staleClassesWarning(List.of(root.resolve("solvers/target/classes"))))
        .isEmpty();
  }

  @Test
  void oneModuleIsSingular() throws IOException {
    file("reports/src/main/java/A.java", 2_000);
    file("reports/target/classes/A.class", 1_000);
    assertThat(
            new Checkout(root).staleClassesWarning(List.of(root.resolve("reports/target/classes"))))
        .contains(
            "warning: the classes of reports are older than its sources; start with mvn compile exec:java");
  }

  @Test
  void theClassPathOfTheTestsShowsThisCheckout() {
    assertThat(Checkout.find())
        .hasValueSatisfying(found -> assertThat(found.root().resolve("pom.xml")).exists());
  }
}
