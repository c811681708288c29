package io.otbench.solvers.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otbench.solvers.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentSolverTest {

  private final AssignmentSolver solver = new AssignmentSolver();

  /** Squared distances of two sets of n normal points. */
  private static float[] squaredDistances(int n, int dim, long seed) {
    double[] x = Fixtures.normals(n * dim, seed);
    double[] y = Fixtures.normals(n * dim, seed + 1_000);
    float[] costs = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < dim; k++) {
          double difference = x[i * dim + k] - y[j * dim + k];
          sum += difference * difference;
        }
        costs[i * n + j] = (float) sum;
      }
    }
    return costs;
  }

  private static float[] normals(int n, long seed) {
    double[] numbers = Fixtures.normals(n * n, seed);
    float[] costs = new float[n * n];
    for (int k = 0; k < costs.length; k++) {
      costs[k] = (float) numbers[k];
    }
    return costs;
  }

  /** Small whole numbers: many ties. */
  private static float[] wholeNumbers(int n, int below, long seed) {
    float[] costs = normals(n, seed);
    for (int k = 0; k < costs.length; k++) {
      costs[k] = (float) Math.floor(Math.abs(costs[k]) * below / 3);
    }
    return costs;
  }

  private static double cheapestOfAllPermutations(float[] costs, int n, int row, int taken) {
    if (row == n) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < n; column++) {
      if ((taken & 1 << column) == 0) {
        best =
            Math.min(
                best,
                costs[row * n + column]
                    + cheapestOfAllPermutations(costs, n, row + 1, taken | 1 << column));
      }
    }
    return best;
  }

  private static double cheapestByJGraphT(float[] costs, int n) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    List<Integer> rows = IntStream.range(0, n).boxed().toList();
    List<Integer> columns = IntStream.range(n, 2 * n).boxed().toList();
    IntStream.range(0, 2 * n).forEach(graph::addVertex);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        graph.setEdgeWeight(graph.addEdge(i, n + j), costs[i * n + j]);
      }
    }
    return new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
            graph, Set.copyOf(rows), Set.copyOf(columns))
        .getMatching()
        .getWeight();
  }

  /** The proof of optimality, made again from the result alone. */
  private static void assertProved(Assignment result, float[] costs, double tolerance) {
    int n = result.size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(result.rowDuals()[i] + result.columnDuals()[j])
            .isLessThanOrEqualTo(costs[i * n + j] + tolerance);
      }
      int j = result.columnOfRow()[i];
      assertThat(result.rowDuals()[i] + result.columnDuals()[j])
          .isCloseTo(costs[i * n + j], within(tolerance));
      assertThat(result.rowOfColumn()[j]).isEqualTo(i);
      sum += costs[i * n + j];
    }
    assertThat(result.cost()).isEqualTo(sum);
    double dual =
        Arrays.stream(result.rowDuals()).sum() + Arrays.stream(result.columnDuals()).sum();
    assertThat(dual).isCloseTo(sum, within(n * tolerance));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void noPermutationIsCheaper(int n) {
    for (int seed = 0; seed < 50; seed++) {
      for (float[] costs :
          List.of(normals(n, seed), wholeNumbers(n, 4, seed), squaredDistances(n, 2, seed))) {
        assertThat(solver.solve(costs, n).cost())
            .isCloseTo(cheapestOfAllPermutations(costs, n, 0, 0), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 17", "2, 64", "2, 150", "8, 65", "32, 150"})
  void costIsThatOfAnotherProgram(int dim, int n) {
    float[] costs = squaredDistances(n, dim, 1);
    Assignment result = solver.solve(costs, n);
    assertThat(result.cost()).isCloseTo(cheapestByJGraphT(costs, n), within(1e-6));
    assertProved(result, costs, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 30, 150})
  void tiesDoNotMatter(int below) {
    int n = 100;
    float[] costs = wholeNumbers(n, below, 3);
    Assignment result = solver.solve(costs, n);
    assertThat(result.cost()).isEqualTo(cheapestByJGraphT(costs, n));
    assertProved(result, costs, 1e-9);
  }

  @Test
  void onALineTheOrderIsKept() {
    int n = 300;
    double[] x = Fixtures.normals(n, 1);
    double[] y = Fixtures.normals(n, 2);
    float[] costs = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        costs[i * n + j] = (float) ((x[i] - y[j]) * (x[i] - y[j]));
      }
    }
    Assignment result = solver.solve(costs, n);
    double sorted = 0;
    Arrays.sort(x);
    Arrays.sort(y);
    for (int i = 0; i < n; i++) {
      sorted += (x[i] - y[i]) * (x[i] - y[i]);
    }
    // The costs are rounded to float; the order of near ties may differ, the cost may not.
    assertThat(result.cost()).isCloseTo(sorted, within(1e-5));
  }

  @Test
  void constantsOfRowsAndColumnsDoNotChangeThePermutation() {
    int n = 80;
    float[] costs = squaredDistances(n, 3, 5);
    float[] moved = costs.clone();
    double[] shifts = Fixtures.normals(2 * n, 6);
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        moved[i * n + j] += (float) (10 * (shifts[i] + shifts[n + j]));
      }
      total += 10 * (shifts[i] + shifts[n + i]);
    }
    Assignment plain = solver.solve(costs, n);
    Assignment shifted = solver.solve(moved, n);
    assertThat(shifted.columnOfRow()).isEqualTo(plain.columnOfRow());
    assertThat(shifted.cost()).isCloseTo(plain.cost() + total, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 3, -2.5f})
  void constantCostsAreDoneInFewScans(float constant) {
    int n = 200;
    float[] costs = new float[n * n];
    Arrays.fill(costs, constant);
    Assignment result = solver.solve(costs, n);
    assertProved(result, costs, 1e-9);
    assertThat(result.rowScans()).isLessThan(4L * n);
  }

  @Test
  void onePairIsMatched() {
    Assignment result = solver.solve(new float[] {2.5f}, 1);
    assertThat(result.columnOfRow()).containsExactly(0);
    assertProved(result, new float[] {2.5f}, 0);
  }

  @Test
  void previousDualsGiveTheSameCostInLessWork() {
    int n = 256;
    float[] before = squaredDistances(n, 2, 7);
    float[] noise = normals(n, 8);
    float[] after = before.clone();
    for (int k = 0; k < after.length; k++) {
      after[k] += 1e-3f * noise[k];
    }
    Assignment first = solver.solve(before, n);
    Assignment cold = solver.solve(after, n);
    Assignment warm = solver.solve(after, n, first.columnDuals());
    Assignment again = solver.solve(before, n, first.columnDuals());
    assertThat(warm.cost()).isCloseTo(cold.cost(), within(1e-9));
    assertProved(warm, after, 1e-9);
    assertThat(warm.rowScans()).isLessThan(cold.rowScans() / 2);
    assertThat(again.rowScans()).isLessThan(2L * n);
    assertThat(again.columnOfRow()).isEqualTo(first.columnOfRow());
    // Duals of something else cost work, not the optimum.
    Assignment misled = solver.solve(after, n, Fixtures.normals(n, 9));
    assertThat(misled.cost()).isCloseTo(cold.cost(), within(1e-9));
    assertProved(misled, after, 1e-9);
  }

  @Test
  void aSolverMayBeUsedAgainForAnotherSize() {
    float[] large = squaredDistances(40, 2, 1);
    float[] small = squaredDistances(9, 2, 1);
    Assignment fresh = new AssignmentSolver().solve(large, 40);
    solver.solve(large, 40);
    solver.solve(small, 9);
    Assignment reused = solver.solve(large, 40);
    assertThat(reused.columnOfRow()).isEqualTo(fresh.columnOfRow());
    assertThat(reused.columnDuals()).isEqualTo(fresh.columnDuals());
    assertThat(reused.rowScans()).isEqualTo(fresh.rowScans());
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void numbersThatAreNotFiniteAreNamed(float bad) {
    float[] costs = new float[25];
    costs[13] = bad;
    assertThatThrownBy(() -> solver.solve(costs, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("costs must be finite but are " + (double) bad + " at row 2, column 3");
    double[] duals = new double[5];
    duals[4] = bad;
    assertThatThrownBy(() -> solver.solve(new float[25], 5, duals))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("previousColumnDuals must be finite but is " + (double) bad + " at column 4");
  }

  @Test
  void wrongLengthsAreRefused() {
    assertThatThrownBy(() -> solver.solve(new float[24], 5))
        .hasMessage("costs must be n * n numbers with n at least 1 but n is 5 and there are 24");
    assertThatThrownBy(() -> solver.solve(new float[0], 0))
        .hasMessage("costs must be n * n numbers with n at least 1 but n is 0 and there are 0");
    assertThatThrownBy(() -> solver.solve(new float[25], 5, new double[4]))
        .hasMessage("previousColumnDuals must have 5 numbers but has 4");
  }

  /** Duals so large that the costs vanish beside them leave nothing to prove the optimum with. */
  @Test
  void aPlanThatIsNotProvedIsNotReturned() {
    int n = 20;
    double[] huge = Fixtures.normals(n, 1);
    for (int j = 0; j < n; j++) {
      huge[j] *= 3e20;
    }
    assertThatThrownBy(() -> solver.solve(squaredDistances(n, 2, 1), n, huge))
        .isInstanceOf(NonOptimalPlanException.class)
        .hasMessageMatching("duals of size .*E20 prove nothing about costs of size .*");
  }
}
