package io.otbench.datasets.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.FloatRows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedSetTest {

  private static final DataFolder NOWHERE = new DataFolder(Path.of("nowhere"), "a test");

  static List<String> names() {
    return TabularCatalogue.embeddedNames();
  }

  @ParameterizedTest
  @CsvSource({
    "magic, 10, 15407, 1711, 1902, false",
    "htru2, 8, 14499, 1610, 1789, false",
    "casp, 10, 37042, 4115, 4573, false",
    "ccpp, 5, 7751, 861, 956, false",
    "wine-red, 12, 1296, 144, 159, false",
    "miniboone-subset, 43, 1234, 137, 152, true",
    "power-subset, 6, 71502, 7944, 8827, true"
  })
  void everySetHasItsSizeWithNoFile(
      String name, int dim, int train, int validation, int test, boolean subset) {
    TabularSet set = TabularCatalogue.entry(name).load(Scaling.ZSCORE, NOWHERE);
    assertThat(set.name()).isEqualTo(name);
    assertThat(set.dim()).isEqualTo(dim);
    assertThat(set.train().count()).isEqualTo(train);
    assertThat(set.validation().count()).isEqualTo(validation);
    assertThat(set.test().count()).isEqualTo(test);
    assertThat(set.subset()).isEqualTo(subset);
    assertThat(set.source().contains("subset")).isEqualTo(subset);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFilesAreTheKnownOnesAndTheTrainPartHasUnitScale(String name) {
    SetVerification found =
        SetVerification.of(TabularCatalogue.entry(name), Scaling.ZSCORE, NOWHERE);
    assertThat(found.files())
        .hasSize(1)
        .allMatch(file -> file.expected().isPresent())
        .allMatch(FileChecksum::agrees);
    assertThat(found.rows()).isEqualTo(TabularCatalogue.entry(name).rows());
    assertThat(found.columns()).hasSize(TabularCatalogue.entry(name).dim());
    for (SetVerification.ColumnStatistics column : found.columns()) {
      // Train is nine tenths of the rows that were scaled; 0.15 allows for the heavy tails.
      assertThat(column.mean()).as(column.column()).isCloseTo(0, within(0.05));
      assertThat(column.deviation()).as(column.column()).isCloseTo(1, within(0.15));
      assertThat(column.min()).isLessThan(-0.1);
      assertThat(column.max()).isGreaterThan(0.1);
    }
  }

  @Test
  void oneOtherFileIsEnoughForASetToDiffer() {
    SetVerification found =
        SetVerification.of(TabularCatalogue.entry("wine-red"), Scaling.ZSCORE, NOWHERE);
    assertThat(found.agrees()).isTrue();
    FileChecksum other = new FileChecksum("b", "SHA-256", "00", Optional.of("01"));
    assertThat(other.description()).isEqualTo("b SHA-256 00 but expected is 01");
    SetVerification changed =
        new SetVerification(
            found.name(),
            found.scaling(),
            found.subset(),
            List.of(found.files().get(0), other),
            found.rows(),
            found.columns());
    assertThat(changed.agrees()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("names")
  void minmaxPutsTheTrainPartIntoTheCubeFromMinusOneToOne(String name) {
    SetVerification found =
        SetVerification.of(TabularCatalogue.entry(name), Scaling.MINMAX, NOWHERE);
    assertThat(found.scaling()).isEqualTo(Scaling.MINMAX);
    for (SetVerification.ColumnStatistics column : found.columns()) {
      assertThat(column.min()).as(column.column()).isBetween(-1.0, -0.5);
      assertThat(column.max()).as(column.column()).isBetween(0.5, 1.0);
    }
  }

  @Test
  void theClassIsNoColumnAndSortedClassesAreShuffled() {
    TabularSet magic = TabularCatalogue.entry("magic").load(Scaling.ZSCORE, NOWHERE);
    assertThat(magic.columns()).startsWith("fLength").endsWith("fDist").doesNotContain("class");
    // Hadrons, the last third of the file, have the wider angle: the test part has both.
    int angle = magic.columns().indexOf("fAlpha");
    assertThat(mean(magic.test(), angle)).isCloseTo(mean(magic.train(), angle), within(0.1));
  }

  @Test
  void discreteColumnsAreTold() {
    assertThat(TabularCatalogue.entry("wine-red").load(Scaling.ZSCORE, NOWHERE).integerColumns())
        .containsExactly("quality");
    assertThat(TabularCatalogue.entry("casp").load(Scaling.ZSCORE, NOWHERE).integerColumns())
        .containsExactly("F8");
    assertThat(TabularCatalogue.entry("ccpp").load(Scaling.ZSCORE, NOWHERE).integerColumns())
        .isEmpty();
  }

  @Test
  void theMinuteOfTheDayHasNoiseSoThatNoColumnIsDiscrete() {
    TabularSet power = TabularCatalogue.entry("power-subset").load(Scaling.ZSCORE, NOWHERE);
    assertThat(power.columns()).endsWith("minute_of_day");
    assertThat(power.integerColumns()).isEmpty();
    long distinct =
        IntStream.range(0, power.train().count())
            .mapToObj(i -> power.train().values()[6 * i + 5])
            .distinct()
            .count();
    // There are 1 440 minutes.
    assertThat(distinct).isGreaterThan(60_000);
  }

  @Test
  void loadingTwiceGivesTheSameRows() {
    CatalogueEntry entry = TabularCatalogue.entry("power-subset");
    float[] once = entry.load(Scaling.ZSCORE, NOWHERE).train().values();
    float[] again = entry.load(Scaling.ZSCORE, NOWHERE).train().values();
    // AssertJ would take its time for 400 000 numbers.
    assertThat(Arrays.equals(once, again)).isTrue();
  }

  @Test
  void unknownNamesAndScalingsAreRefused() {
    assertThatThrownBy(() -> TabularCatalogue.entry("powr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("set must be one of magic, ")
        .hasMessageEndingWith("but is powr");
    assertThatThrownBy(() -> TabularCatalogue.entry("magic").load(Scaling.SVD, NOWHERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("set magic: scaling must be one of [ZSCORE, MINMAX] but is SVD");
  }

  private static double mean(FloatRows rows, int column) {
    double sum = 0;
    for (int i = 0; i < rows.count(); i++) {
      sum += rows.values()[i * rows.dim() + column];
    }
    return sum / rows.count();
  }
}
