package io.otbench.datasets.tabular.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.datasets.tabular.Scaling;
import io.otbench.datasets.tabular.files.NpyReader;
import io.otbench.datasets.tabular.files.Table;
import io.otbench.datasets.tabular.files.TableLimits;
import io.otbench.datasets.tabular.files.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationsTest {

  private static Table power() {
    return new Table(PowerPreparation.RAW_COLUMNS, 60, Golden.array("pw_raw"));
  }

  private static Table miniboone() {
    return NpyReader.readTable(
        TableSource.ofResource(Scaling.class, "miniboone-subset.npy"),
        TableLimits.exactly(43, 1523));
  }

  /** Signal rows of a made-up HEPMASS table. */
  private static Table signal(String key, int columns) {
    double[] raw = Golden.array(key);
    List<Double> kept = new ArrayList<>();
    for (int at = 0; at < raw.length; at += columns) {
      double[] row = Arrays.copyOfRange(raw, at, at + columns);
      if (HepmassPreparation.isSignal(row)) {
        Arrays.stream(row).forEach(kept::add);
      }
    }
    double[] values = kept.stream().mapToDouble(Double::doubleValue).toArray();
    return new Table(Golden.table(key, columns).columns(), values.length / columns, values);
  }

  private static Prepared hepmass(Scaling scaling) {
    return HepmassPreparation.prepare(
        signal("hm_train_raw", 28), signal("hm_test_raw", 29), scaling);
  }

  @Test
  void powerIsThatOfOtFlow() {
    Prepared prepared = PowerPreparation.prepare(power(), Scaling.ZSCORE);
    Golden.assertParts(prepared, "pw_z");
    assertThat(prepared.columns())
        .containsExactly(
            "global_active_power",
            "voltage",
            "sub_metering_1",
            "sub_metering_2",
            "sub_metering_3",
            "time");
    assertThat(prepared.integerColumns()).containsExactly("time");
  }

  @Test
  void powerUnderMinmaxIsThatOfImplicitOt() {
    Golden.assertParts(PowerPreparation.prepare(power(), Scaling.MINMAX), "pw_scale");
  }

  @Test
  void gasIsThatOfOtFlow() {
    Prepared prepared = GasPreparation.prepare(Golden.table("gas_raw", 16));
    Golden.assertParts(prepared, "gas");
    assertThat(prepared.columns())
        .containsExactlyElementsOf(
            Arrays.stream(Golden.array("gas_kept")).mapToObj(i -> "f" + (int) i).toList());
  }

  @Test
  void hepmassIsThatOfOtFlow() {
    Prepared prepared = hepmass(Scaling.ZSCORE);
    Golden.assertParts(prepared, "hm_z");
    // The label is f0 here, so feature i is f(i + 1).
    assertThat(prepared.columns())
        .containsExactlyElementsOf(
            Arrays.stream(Golden.array("hm_kept")).mapToObj(i -> "f" + (int) (i + 1)).toList())
        .doesNotContain("f15", "f21")
        .contains("f23");
  }

  @Test
  void hepmassUnderMinmaxIsThatOfImplicitOt() {
    Golden.assertParts(hepmass(Scaling.MINMAX), "hm_scale");
  }

  @Test
  void hepmassUnderSvdIsUncorrelatedAndReachesFromMinusOneToOne() {
    Prepared prepared = hepmass(Scaling.SVD);
    Table known = prepared.train().table();
    RowRange rows = RowRange.all(known);
    assertThat(known.width()).isBetween(25, 27);
    assertThat(prepared.test().table().width()).isEqualTo(known.width());
    double[][] covariance = Covariance.of(rows);
    double[][] extremes = ColumnScale.requireSpread(rows);
    for (int j = 0; j < known.width(); j++) {
      assertThat(extremes[0][j]).isCloseTo(-1, within(1e-12));
      assertThat(extremes[1][j]).isCloseTo(1, within(1e-12));
      for (int k = 0; k < j; k++) {
        double scale = Math.sqrt(covariance[j][j] * covariance[k][k]);
        assertThat(covariance[j][k] / scale).isCloseTo(0, within(1e-10));
      }
    }
  }

  @Test
  void minibooneIsThatOfOtFlow() {
    Prepared prepared = MiniboonePreparation.prepare(miniboone(), Scaling.ZSCORE);
    assertThat(prepared.split()).isEqualTo(new Split(1234, 137, 152));
    assertFirstAndLast(prepared, "mb_z");
  }

  @Test
  void minibooneUnderMinmaxIsScaledByTheTrainPartAlone() {
    assertFirstAndLast(MiniboonePreparation.prepare(miniboone(), Scaling.MINMAX), "mb_scale");
  }

  private static void assertFirstAndLast(Prepared prepared, String key) {
    Table table = prepared.train().table();
    int validation = prepared.split().train();
    Golden.assertRows(new RowRange(table, 0, 3), key + "_trn_first");
    Golden.assertRows(new RowRange(table, validation, validation + 3), key + "_val_first");
    Golden.assertRows(new RowRange(table, table.rows() - 3, table.rows()), key + "_tst_last");
  }

  @Test
  void otherTablesAreShuffledAndScaledByTheKnownRows() {
    double[] values = new double[200];
    for (int i = 0; i < 100; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = 0.5 * i * i;
    }
    Prepared prepared =
        PlainPreparation.prepare(new Table(List.of("a", "b"), 100, values), Scaling.ZSCORE);
    assertThat(prepared.split()).isEqualTo(new Split(81, 9, 10));
    assertThat(prepared.integerColumns()).containsExactly("a");
    RowRange known = new RowRange(prepared.train().table(), 0, 90);
    double[] mean = ColumnScale.means(known);
    double[][] covariance = Covariance.of(known);
    for (int j = 0; j < 2; j++) {
      assertThat(mean[j]).isCloseTo(0, within(1e-12));
      assertThat(covariance[j][j] * 89 / 90).isCloseTo(1, within(1e-12));
    }
    int ascents = 0;
    for (int i = 1; i < 100; i++) {
      ascents += known.table().get(i, 0) > known.table().get(i - 1, 0) ? 1 : 0;
    }
    assertThat(ascents).as("ascents of a shuffled column").isBetween(30, 70);
  }

  @Test
  void aConstantColumnIsNamed() {
    double[] values = new double[200];
    for (int i = 0; i < 100; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = 0.1;
    }
    for (Scaling scaling : List.of(Scaling.ZSCORE, Scaling.MINMAX)) {
      Table table = new Table(List.of("a", "b"), 100, values.clone());
      assertThatThrownBy(() -> PlainPreparation.prepare(table, scaling))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("column 'b' must not be constant but is 0.1");
    }
    Table sensors = new Table(List.of("s1", "s2"), 100, values);
    assertThatThrownBy(() -> GasPreparation.prepare(sensors))
        .hasMessageContaining("column 's2' must not be constant");
  }

  @Test
  void aSensorWithAnOppositeOneStays() {
    double[] values = new double[300];
    for (int i = 0; i < 100; i++) {
      values[3 * i] = i;
      values[3 * i + 1] = -i;
      values[3 * i + 2] = i + Math.sin(i);
    }
    Prepared prepared =
        GasPreparation.prepare(new Table(List.of("up", "down", "again"), 100, values));
    assertThat(prepared.columns()).containsExactly("down", "again");
  }

  @Test
  void aLabelMustBeZeroOrOne() {
    assertThat(HepmassPreparation.isSignal(new double[] {1, 7})).isTrue();
    assertThat(HepmassPreparation.isSignal(new double[] {0, 7})).isFalse();
    assertThatThrownBy(() -> HepmassPreparation.isSignal(new double[] {2, 7}))
        .hasMessageContaining("label must be 0 or 1 but is 2.0");
  }

  @Test
  void theSplitsAreThoseOfThePublishedSets() {
    assertThat(Split.of(2_049_280)).isEqualTo(new Split(1_659_917, 184_435, 204_928));
    assertThat(Split.of(1_052_065)).isEqualTo(new Split(852_174, 94_685, 105_206));
    assertThat(Split.of(350_136, 174_987)).isEqualTo(new Split(315_123, 35_013, 174_987));
    assertThat(Split.of(36_488)).isEqualTo(new Split(29_556, 3_284, 3_648));
    assertThat(Split.of(88_273)).isEqualTo(new Split(71_502, 7_944, 8_827));
  }

  @Test
  void anEmptyPartIsRefused() {
    assertThat(Split.of(11)).isEqualTo(new Split(9, 1, 1));
    assertThatThrownBy(() -> Split.of(10)).hasMessageContaining("10 rows are too few");
    assertThatThrownBy(() -> Split.of(9)).hasMessageContaining("9 rows are too few");
    assertThatThrownBy(() -> Split.of(100, 0)).hasMessageContaining("at least 1 row");
  }
}
