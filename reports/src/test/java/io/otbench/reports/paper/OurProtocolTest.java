package io.otbench.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.reports.results.CellStatus;
import io.otbench.reports.results.Configurations;
import io.otbench.reports.results.ResultRow;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OurProtocolTest {
  private static final String FRESH =
      "{\"data\":{\"poolSize\":null,\"evaluationSamples\":16384,\"trainSecondsLimit\":null}}";
  private static final List<ResultRow> ROWS =
      List.of(
          Published.row("solver", "a", 1, 1),
          Published.row("solver", "a", 2, 1),
          Published.row("other", "b", 1, 1));

  @TempDir private Path folder;

  @Test
  void standsBesideTheTablesOfWhatIsInThem() {
    String table =
        markdown(new OurProtocol(Optional.of("paper"), new Configurations(Map.of("a", FRESH))));

    assertThat(table)
        .contains(
            "| solver | seeds | steps | rows seen | training seconds | limit, seconds | pool rows |"
                + " evaluation rows |",
            "| solver | 2 | 10 | 20 | 31.0 to 32.0 | none | fresh | 16384 |",
            "Profile: paper. Each is the least and the most over problems and seeds that ended well.")
        .doesNotContain("| other |");
  }

  @Test
  void seedsAreThoseThatEndedWell() {
    List<ResultRow> rows = new ArrayList<>(ROWS);
    rows.add(
        Published.row(
            "solver", "a", 3, ResultRow.STATUS, OptionalDouble.empty(), CellStatus.DIVERGED));

    assertThat(
            PaperFormat.MARKDOWN.render(
                PaperView.of("gaussian", rows, Published.values(Published.value("0.20")))
                    .with(new OurProtocol(Optional.empty(), new Configurations(Map.of())))))
        .contains("| solver | 2 | 10 | 20 | 31.0 to 32.0 |");
  }

  @Test
  void poolAndLimitAreNumbersAndWhatIsNotKnownIsEmpty() {
    String pool = FRESH.replaceFirst("null", "100000").replace("null", "60.0");

    assertThat(markdown(new OurProtocol(Optional.empty(), new Configurations(Map.of("a", pool)))))
        .contains("| 31.0 to 32.0 | 60.0 | 100000 | 16384 |")
        .doesNotContain("Profile");
    assertThat(markdown(new OurProtocol(Optional.empty(), new Configurations(Map.of()))))
        .contains("| 31.0 to 32.0 |  |  |  |");
  }

  @Test
  void profileIsThatOfTheRequestOfTheRun() throws Exception {
    RunFolder run = RunFolder.create(folder);
    Results none = new Results(List.of(), List.of());
    assertThat(OurProtocol.read(run, none).profile()).isEmpty();
    Files.writeString(run.request(), "{\"profile\":\"best\"}");
    assertThat(OurProtocol.read(run, none).profile()).hasValue("best");
    Files.writeString(run.request(), "{\"profile");
    assertThatThrownBy(() -> OurProtocol.read(run, none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(run.request() + " must be JSON: Unexpected end-of-input");
  }

  private static String markdown(OurProtocol protocol) {
    return PaperFormat.MARKDOWN.render(
        PaperView.of("gaussian", ROWS, Published.values(Published.value("0.20"))).with(protocol));
  }
}
