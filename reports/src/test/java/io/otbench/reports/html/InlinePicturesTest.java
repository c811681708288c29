package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.PlanarRun;
import io.otbench.reports.charts.Figure;
import io.otbench.reports.charts.Figures;
import io.otbench.reports.published.PublishedValues;
import io.otbench.reports.results.PointClouds;
import io.otbench.reports.results.Results;
import io.otbench.reports.results.RunFolder;
import io.otbench.reports.results.TableSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlinePicturesTest {
  @TempDir Path temp;
  private List<Figure> figures = List.of();

  @BeforeEach
  void draw() throws IOException {
    PlanarRun.write(temp, List.of("moons", "square"), PlanarRun.SOLVERS.subList(0, 7), 1, 60);
    Results results = Results.read(temp);
    RunFolder folder = new RunFolder(temp);
    figures =
        Figures.of(
            results,
            new Figures.Drawn(
                PointClouds.read(folder, results), TableSamples.read(folder, results)),
            PublishedValues.load(),
            List.of());
  }

  @Test
  void allAreSharpWhereThereIsRoom() {
    Map<String, String> all = InlinePictures.within(Integer.MAX_VALUE, figures);
    int length = length(all);

    assertThat(all).hasSize(figures.size());
    assertThat(InlinePictures.within(length, figures)).isEqualTo(all);
  }

  @Test
  void smallOnesReplaceThemWhereThereIsLessAndTheLeastImportantAreLinks() {
    int sharp = sharpLength();
    Map<String, String> small = InlinePictures.within(sharp - 1, figures);

    assertThat(small).hasSize(figures.size());
    assertThat(length(small)).isLessThan(sharp * 2 / 3);
    Map<String, String> some = InlinePictures.within(length(small) - 1, figures);
    assertThat(length(some)).isLessThan(length(small));
    assertThat(figures.stream().filter(figure -> !some.containsKey(figure.name())))
        .isNotEmpty()
        .allMatch(figure -> figure.kind() == Figure.Kind.CONVERGENCE);
    assertThat(InlinePictures.within(0, figures)).isEmpty();
  }

  @Test
  void pictureWithoutRoomKeepsNoSmallerOneOut() {
    Map<String, String> small = InlinePictures.within(sharpLength() - 1, figures);
    int sheet = Objects.requireNonNull(small.get("maps-planar-moons")).length();

    Map<String, String> some = InlinePictures.within(sheet - 1, figures);

    assertThat(some).doesNotContainKey("maps-planar-moons").hasSizeGreaterThan(3);
  }

  private int sharpLength() {
    return length(InlinePictures.within(Integer.MAX_VALUE, figures));
  }

  private static int length(Map<String, String> data) {
    return data.values().stream().mapToInt(String::length).sum();
  }
}
