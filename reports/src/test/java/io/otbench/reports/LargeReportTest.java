package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.otbench.reports.html.HtmlReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of 500 cells. */
class LargeReportTest {
  /**
   * Of processor time; a busy machine makes the clock on the wall say anything. Measured 5.4 and 7
   * on two busy cores, more than half of it the compiler's.
   */
  private static final double MOST_SECONDS = 12;

  private static final List<String> SOLVERS =
      List.of("identity", "linear", "implicit", "w2gn", "dpot", "otp", "otm", "diotm", "a", "b");

  @TempDir Path temp;

  @Test
  void fitsIntoHalfAGibibyteAndThreeMebibytesOfPage() throws Exception {
    List<String> problems = IntStream.range(2, 12).mapToObj(dim -> "matrix-" + dim).toList();
    new MatrixRun(temp, SOLVERS, problems, 5).write();

    assertThat(pageInLittleMemoryAndTime()).contains("id=\"cell-499\"");
  }

  /** Ten sheets of eleven panels, which are most of the page and of the time. */
  @Test
  void fitsAsWellWithAllItsPictures() throws Exception {
    List<String> problems = IntStream.range(0, 10).mapToObj(i -> "moons-" + i).toList();
    PlanarRun.write(temp, problems, PlanarRun.SOLVERS.subList(0, 10), 5, 400);

    assertThat(pageInLittleMemoryAndTime())
        .contains("id=\"cell-499\"")
        .doesNotContain("Not in this page");
  }

  private String pageInLittleMemoryAndTime() throws Exception {
    Path said = temp.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                temp.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();

    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Double.parseDouble(Files.readString(said).strip())).isLessThan(MOST_SECONDS);
    Path page = temp.resolve("report.html");
    assertThat(Files.size(page)).isLessThan(HtmlReport.MOST_BYTES);
    return Files.readString(page, StandardCharsets.UTF_8);
  }

  /** Writes the report and says how many seconds of processor time it took. */
  static final class Program {
    private Program() {}

    public static void main(String[] folder) throws IOException {
      ReportWriter.write(Path.of(folder[0]));
      long nanos =
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
      System.out.println(nanos / 1e9);
    }
  }
}
