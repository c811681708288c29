package io.otbench.benchmarks.jmh;

import io.otbench.solvers.api.RandomStreams;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The comparison of {@link DiscreteAssignment}: JGraphT's Kuhn-Munkres on costs of the same law.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class JGraphTAssignment {

  /** Points per side. */
  @Param({"256", "512", "1024"})
  public int n;

  /** Dimension of the points. */
  @Param({"2", "32"})
  public int dim;

  private final SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
      new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
  private final Set<Integer> rows = new LinkedHashSet<>();
  private final Set<Integer> columns = new LinkedHashSet<>();

  /** Makes the graph, which is not measured: other programs have the matrix given too. */
  @Setup
  public void prepare() {
    RandomGenerator random = RandomStreams.ofSeed(1).stream("points");
    float[] costs =
        PointCosts.squaredDistances(
            PointCosts.normals(random, n * dim), PointCosts.normals(random, n * dim), dim);
    for (int i = 0; i < n; i++) {
      rows.add(i);
      columns.add(n + i);
    }
    rows.forEach(graph::addVertex);
    columns.forEach(graph::addVertex);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        graph.setEdgeWeight(graph.addEdge(i, n + j), costs[i * n + j]);
      }
    }
  }

  /** From scratch. */
  @Benchmark
  public double cold() {
    return new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, rows, columns)
        .getMatching()
        .getWeight();
  }
}
