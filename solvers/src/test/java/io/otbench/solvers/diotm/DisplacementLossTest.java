package io.otbench.solvers.diotm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.otbench.solvers.Fixtures;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.api.RandomStreams;
import io.otbench.solvers.api.linalg.BuresWasserstein;
import io.otbench.solvers.networks.GlorotInitializer;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.MapNetwork;
import io.otbench.solvers.networks.MlpPotential;
import io.otbench.solvers.networks.MlpTimePotential;
import io.otbench.solvers.networks.Network;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.networks.StreamInitializer;
import io.otbench.solvers.networks.TimePotential;
import io.otbench.solvers.training.WeightUpdates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trainer's own loss on values and maps that are known in closed form, in float64. */
class DisplacementLossTest {

  private static final double ALPHA = 0.7;
  private static final double HJB_WEIGHT = 3;
  private static final int DIM = 3;

  private static final SimpleMatrix SOURCE = Fixtures.symmetric(new double[] {0.5, 1, 2}, 1);
  private static final SimpleMatrix TARGET = Fixtures.symmetric(new double[] {1.8, 0.6, 0.9}, 2);

  private final NDManager manager = NDManager.newBaseManager();
  private final DisplacementLoss loss =
      new DisplacementLoss(manager, ALPHA, HJB_WEIGHT, DataType.FLOAT64);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray rows(int n, int dim, long seed) {
    return EngineArrays.create(manager, Fixtures.normals(n * dim, seed), dim, DataType.FLOAT64);
  }

  private NDArray column(double... numbers) {
    return EngineArrays.create(manager, numbers, 1, DataType.FLOAT64);
  }

  private NDArray uniformTimes(int n) {
    RandomGenerator random = RandomStreams.ofSeed(3).stream("times");
    return column(random.doubles(n).toArray());
  }

  private NDArray sameTimes(double t, int n) {
    double[] times = new double[n];
    Arrays.fill(times, t);
    return column(times);
  }

  private NDArray matrix(SimpleMatrix m) {
    return EngineArrays.create(manager, m.getDDRM().getData(), m.getNumCols(), DataType.FLOAT64);
  }

  private UnaryOperator<NDArray> linear(SimpleMatrix symmetric) {
    NDArray array = matrix(symmetric);
    return x -> x.matMul(array);
  }

  /** V and its derivatives as functions of (t, z). */
  private record ClosedForm(
      BiFunction<NDArray, NDArray, NDArray> values,
      BiFunction<NDArray, NDArray, NDArray> timeDerivatives,
      BiFunction<NDArray, NDArray, NDArray> gradients)
      implements TimePotential {

    @Override
    public NDArray value(NDArray t, NDArray x) {
      return values.apply(t, x);
    }

    @Override
    public Derivatives derivatives(NDArray t, NDArray x) {
      return new Derivatives(
          values.apply(t, x), timeDerivatives.apply(t, x), gradients.apply(t, x));
    }
  }

  /** 2 alpha m.z - alpha t |m|^2. */
  private TimePotential ofTranslation(NDArray m) {
    NDArray squared = EngineArrays.scalar(manager, ALPHA * dot(m, m), DataType.FLOAT64);
    NDArray slope = m.mul(2 * ALPHA);
    return new ClosedForm(
        (t, z) -> z.mul(slope).sum(new int[] {1}).sub(t.reshape(-1).mul(squared)),
        (t, z) -> t.reshape(-1).zerosLike().sub(squared),
        (t, z) -> z.zerosLike().add(slope));
  }

  private static double dot(NDArray a, NDArray b) {
    return a.mul(b).sum().getDouble();
  }

  /** alpha z^T (A - I) ((1 - t) I + t A)^{-1} z in the eigenvectors of the symmetric A. */
  private TimePotential ofLinearMap(SimpleMatrix a) {
    int d = a.getNumRows();
    SimpleEVD<SimpleMatrix> evd = a.eig();
    SimpleMatrix vectors = new SimpleMatrix(d, d);
    double[] excess = new double[d];
    for (int i = 0; i < d; i++) {
      excess[i] = evd.getEigenvalue(i).getReal() - 1;
      vectors.insertIntoThis(0, i, evd.getEigenVector(i));
    }
    NDArray q = matrix(vectors);
    NDArray back = matrix(vectors.transpose());
    NDArray e = EngineArrays.create(manager, excess, d, DataType.FLOAT64);
    NDArray alpha = EngineArrays.scalar(manager, ALPHA, DataType.FLOAT64);
    NDArray twoAlpha = EngineArrays.scalar(manager, 2 * ALPHA, DataType.FLOAT64);
    // Rates of the displacement at the point that is at z at time t, in the eigenvectors.
    BiFunction<NDArray, NDArray, NDArray> velocity =
        (t, z) -> z.matMul(q).mul(e).div(t.mul(e).add(1));
    return new ClosedForm(
        (t, z) -> velocity.apply(t, z).mul(z.matMul(q)).sum(new int[] {1}).mul(alpha),
        (t, z) -> velocity.apply(t, z).square().sum(new int[] {1}).mul(alpha).neg(),
        (t, z) -> velocity.apply(t, z).matMul(back).mul(twoAlpha));
  }

  private static void assertResiduals(DisplacementLoss.PotentialTerms terms, double expected) {
    assertThat(terms.sourceResidual().getDouble()).isCloseTo(expected, within(1e-12));
    assertThat(terms.targetResidual().getDouble()).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void translationCostsAlphaTimesItsSquareAtEveryTime(double time) {
    NDArray m = EngineArrays.create(manager, new double[] {1, -2, 0.5}, DIM, DataType.FLOAT64);
    NDArray x = rows(16, DIM, 1);
    // Rows of both sides are partners: the values cancel pair by pair.
    NDArray y = x.add(m);
    for (NDArray t : List.of(sameTimes(time, 16), uniformTimes(16))) {
      Interpolants at = Interpolants.of(t, x, z -> z.add(m), y, z -> z.sub(m));
      TimePotential potential = ofTranslation(m);
      assertThat(loss.ofMaps(potential, at).getDouble()).isCloseTo(ALPHA * 5.25, within(1e-12));
      DisplacementLoss.PotentialTerms terms = loss.ofPotential(potential, at);
      assertResiduals(terms, 0);
      assertThat(terms.loss().getDouble()).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void closedFormOfGaussiansIsConsistentAndSolvesTheHamiltonJacobiEquation() {
    TimePotential potential = ofLinearMap(BuresWasserstein.map(SOURCE, TARGET));
    NDArray t = uniformTimes(50);
    NDArray z = rows(50, DIM, 1);
    NDArray v = rows(50, DIM, 2);
    double h = 1e-5;
    TimePotential.Derivatives derivatives = potential.derivatives(t, z);
    NDArray inTime = potential.value(t.add(h), z).sub(potential.value(t.sub(h), z)).div(2 * h);
    NDArray along =
        potential.value(t, z.add(v.mul(h))).sub(potential.value(t, z.sub(v.mul(h)))).div(2 * h);
    assertSmall(inTime.sub(derivatives.inTime()), 1e-8);
    assertSmall(along.sub(derivatives.inSpace().mul(v).sum(new int[] {1})), 1e-8);
    Interpolants anywhere = new Interpolants(t, z, v, t, t);
    assertResiduals(loss.ofPotential(potential, anywhere), 0);
  }

  private static void assertSmall(NDArray difference, double tolerance) {
    assertThat(difference.abs().max().getDouble()).isLessThan(tolerance);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 1})
  void trueMapsOfGaussiansCostAlphaTimesTheSquaredDistance(double time) {
    SimpleMatrix a = BuresWasserstein.map(SOURCE, TARGET);
    SimpleMatrix inverse = BuresWasserstein.map(TARGET, SOURCE);
    TimePotential potential = ofLinearMap(a);
    NDArray x = rowsOfMoments(SOURCE);
    NDArray y = rowsOfMoments(TARGET);
    NDArray t = sameTimes(time, DIM);
    NDArray partners = x.matMul(matrix(a));
    Interpolants paired = Interpolants.of(t, x, linear(a), partners, linear(inverse));
    assertSmall(paired.source().sub(paired.target()), 1e-12);
    // V is quadratic, so that second moments are all that counts.
    SimpleMatrix shift = a.minus(SimpleMatrix.identity(DIM));
    double expected = ALPHA * shift.mult(SOURCE).mult(shift).trace();
    assertThat(loss.ofMaps(potential, paired).getDouble()).isCloseTo(expected, within(1e-12));
    assertThat(y.sub(partners).abs().max().getDouble()).isGreaterThan(0.01);
    Interpolants unpaired = Interpolants.of(t, x, linear(a), y, linear(inverse));
    assertThat(loss.ofMaps(potential, unpaired).getDouble()).isCloseTo(expected, within(1e-12));
  }

  /** Rows whose second moments are exactly those of the Gaussian of a covariance. */
  private NDArray rowsOfMoments(SimpleMatrix covariance) {
    return matrix(root(covariance).scale(Math.sqrt(DIM)));
  }

  private static SimpleMatrix root(SimpleMatrix covariance) {
    return BuresWasserstein.map(SimpleMatrix.identity(DIM), covariance);
  }

  @Test
  void trueMapsAreStationaryAndOthersAreNot() {
    SimpleMatrix a = BuresWasserstein.map(SOURCE, TARGET);
    SimpleMatrix inverse = BuresWasserstein.map(TARGET, SOURCE);
    TimePotential potential = ofLinearMap(a);
    LinearMap forward = new LinearMap(manager, a);
    LinearMap backward = new LinearMap(manager, inverse);
    NDArray t = uniformTimes(200);
    NDArray x = rows(200, DIM, 1);
    NDArray y = rows(200, DIM, 2);
    for (NDList gradients : mapGradients(potential, forward, backward, t, x, y)) {
      assertSmall(gradients.get(0), 1e-12);
    }
    forward.matrix.getArray().muli(1.1);
    backward.matrix.getArray().muli(1.1);
    for (NDList gradients : mapGradients(potential, forward, backward, t, x, y)) {
      assertThat(gradients.get(0).norm().getDouble()).isGreaterThan(0.01);
    }
  }

  private List<NDList> mapGradients(
      TimePotential potential,
      LinearMap forward,
      LinearMap backward,
      NDArray t,
      NDArray x,
      NDArray y) {
    return WeightUpdates.backward(
            manager,
            List.of(forward, backward),
            () -> loss.ofMaps(potential, Interpolants.of(t, x, forward::apply, y, backward::apply)))
        .gradients();
  }

  /** x W. */
  private static final class LinearMap extends Network {

    private final Parameter matrix;

    LinearMap(NDManager manager, SimpleMatrix w) {
      super(w.getNumRows());
      matrix = weight("matrix", new Shape(w.getNumRows(), w.getNumCols()));
      initializeWith(
          manager,
          (owner, shape, type) ->
              EngineArrays.create(owner, w.getDDRM().getData(), w.getNumCols(), type),
          DataType.FLOAT64);
    }

    NDArray apply(NDArray x) {
      return x.matMul(matrix.getArray());
    }

    @Override
    public Network copyTo(NDManager manager) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore parameterStore,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      return new NDList(apply(inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return inputs;
    }
  }

  /** From the uniform law on [0, 1] to that on [0, 2]: F(x) = 2 x and W2^2 = 1/3. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void stretchOfTheUnitIntervalCostsAThirdOfAlpha(double time) {
    int n = 1000;
    double half = 0.5 / n;
    NDArray x = column(Fixtures.spaced(half, 1 - half, n));
    // The other way round, so that no row meets its partner.
    NDArray y = column(Fixtures.spaced(2 - 2 * half, 2 * half, n));
    TimePotential potential = ofLinearMap(SimpleMatrix.diag(2));
    Interpolants at = Interpolants.of(sameTimes(time, n), x, z -> z.add(z), y, z -> z.div(2));
    assertThat(loss.ofMaps(potential, at).getDouble()).isCloseTo(ALPHA / 3, within(1e-6));
    assertResiduals(loss.ofPotential(potential, at), 0);
    double z = 0.8;
    assertThat(potential.value(column(time), column(z)).getDouble(0))
        .isCloseTo(ALPHA * z * z / (1 + time), within(1e-12));
  }

  @Test
  void straightLinesStartAndEndWhereTheyShould() {
    NDArray x = rows(5, DIM, 1);
    NDArray y = rows(5, DIM, 2);
    UnaryOperator<NDArray> forward = z -> z.mul(3).add(1);
    UnaryOperator<NDArray> backward = z -> z.mul(-2).add(5);
    Interpolants start = Interpolants.of(sameTimes(0, 5), x, forward, y, backward);
    Interpolants end = Interpolants.of(sameTimes(1, 5), x, forward, y, backward);
    Interpolants between = Interpolants.of(sameTimes(0.25, 5), x, forward, y, backward);
    assertSmall(start.source().sub(x), 1e-14);
    assertSmall(start.target().sub(backward.apply(y)), 1e-14);
    assertSmall(end.source().sub(forward.apply(x)), 1e-14);
    assertSmall(end.target().sub(y), 1e-14);
    assertSmall(between.source().sub(x.mul(0.75)).sub(forward.apply(x).mul(0.25)), 1e-14);
    assertSmall(between.target().sub(backward.apply(y).mul(0.75)).sub(y.mul(0.25)), 1e-14);
    // The whole way is counted by the time that is spent on it.
    NDArray forwardSquares = forward.apply(x).sub(x).square().sum(new int[] {1});
    NDArray backwardSquares = backward.apply(y).sub(y).square().sum(new int[] {1});
    assertSmall(between.forwardCost().sub(forwardSquares), 1e-13);
    assertSmall(between.backwardCost().sub(backwardSquares), 1e-13);
    assertThat(between.meanCost().getDouble())
        .isCloseTo(
            0.25 * forwardSquares.mean().getDouble() + 0.75 * backwardSquares.mean().getDouble(),
            within(1e-12));
  }

  /** V = a t + b.z + z^T C z / 2 is wrong by 2 alpha a + |b + C z|^2 / 2. */
  @Test
  void regulariserIsTheMeanAbsoluteResidualOnBothSides() {
    double a = -2;
    NDArray b = EngineArrays.create(manager, new double[] {1, 0.5, -1}, DIM, DataType.FLOAT64);
    NDArray c = matrix(TARGET);
    TimePotential potential =
        new ClosedForm(
            (t, z) -> t.reshape(-1).mul(a).add(z.mul(b.add(z.matMul(c).div(2))).sum(new int[] {1})),
            (t, z) -> t.reshape(-1).zerosLike().add(a),
            (t, z) -> z.matMul(c).add(b));
    NDArray source = rows(40, DIM, 1);
    NDArray target = rows(40, DIM, 2).mul(2);
    NDArray t = uniformTimes(40);
    DisplacementLoss.PotentialTerms terms =
        loss.ofPotential(potential, new Interpolants(t, source, target, t, t));
    double atSource = meanResidual(a, b, source);
    double atTarget = meanResidual(a, b, target);
    assertThat(terms.sourceResidual().getDouble()).isCloseTo(atSource, within(1e-12));
    assertThat(terms.targetResidual().getDouble()).isCloseTo(atTarget, within(1e-12));
    double excess =
        potential.value(t, source).mean().getDouble()
            - potential.value(t, target).mean().getDouble();
    assertThat(terms.loss().getDouble())
        .isCloseTo(excess + HJB_WEIGHT * (atSource + atTarget), within(1e-12));
    DisplacementLoss plain = new DisplacementLoss(manager, ALPHA, 0, DataType.FLOAT64);
    assertThat(
            plain
                .ofPotential(potential, new Interpolants(t, source, target, t, t))
                .loss()
                .getDouble())
        .isCloseTo(excess, within(1e-12));
  }

  private static double meanResidual(double a, NDArray b, NDArray points) {
    double[] z = points.toDoubleArray();
    double sum = 0;
    boolean positive = false;
    boolean negative = false;
    for (int row = 0; row < z.length; row += DIM) {
      double squares = 0;
      for (int i = 0; i < DIM; i++) {
        double slope = b.getDouble(0, i);
        for (int j = 0; j < DIM; j++) {
          slope += TARGET.get(i, j) * z[row + j];
        }
        squares += slope * slope;
      }
      double residual = 2 * ALPHA * a + squares / 2;
      positive |= residual > 0;
      negative |= residual < 0;
      sum += Math.abs(residual);
    }
    assertThat(positive && negative).isTrue();
    return sum / (z.length / DIM);
  }

  /** Networks of a few weights, every one of them away from 0. */
  private record Players(MlpPotential potential, MapNetwork forward, MapNetwork backward) {

    static Players create(NDManager manager) {
      RandomGenerator random = RandomStreams.ofSeed(4).stream("players");
      MlpPotential potential =
          MlpPotential.create(
              manager,
              new PotentialArchitecture(List.of(6, 5), SmoothActivation.SILU, false),
              1 + DIM,
              new GlorotInitializer(random),
              DataType.FLOAT64);
      MapArchitecture map =
          new MapArchitecture(MapArchitecture.Kind.RESIDUAL, 1, List.of(6, 5), Nonlinearity.SILU);
      Players players =
          new Players(
              potential,
              MapNetwork.create(manager, map, DIM, 0, random, DataType.FLOAT64),
              MapNetwork.create(manager, map, DIM, 0, random, DataType.FLOAT64));
      StreamInitializer values = new StreamInitializer(random, 0.6);
      for (Network network : players.all()) {
        for (Parameter parameter : network.getParameters().values()) {
          NDArray array = parameter.getArray();
          array.intern(values.initialize(manager, array.getShape(), DataType.FLOAT64));
        }
      }
      return players;
    }

    List<Network> all() {
      return List.of(potential, forward, backward);
    }

    Interpolants at(NDArray t, NDArray x, NDArray y) {
      return Interpolants.of(t, x, forward::apply, y, backward::apply);
    }
  }

  @Test
  void gradientsOfBothLossesAreThoseOfDifferences() {
    Players players = Players.create(manager);
    TimePotential potential = new MlpTimePotential(players.potential());
    NDArray t = uniformTimes(20);
    NDArray x = rows(20, DIM, 1);
    NDArray y = rows(20, DIM, 2);
    Interpolants points = players.at(t, x, y);
    List<NDList> ofPotential =
        WeightUpdates.backward(
                manager,
                List.of(players.potential()),
                () -> loss.ofPotential(potential, points).loss())
            .gradients();
    assertDerivative(
        players.potential(),
        ofPotential.get(0),
        () -> loss.ofPotential(potential, points).loss().getDouble());
    List<NDList> ofMaps =
        WeightUpdates.backward(
                manager,
                List.of(players.forward(), players.backward()),
                () -> loss.ofMaps(potential, players.at(t, x, y)))
            .gradients();
    DoubleSupplier mapLoss = () -> loss.ofMaps(potential, players.at(t, x, y)).getDouble();
    assertDerivative(players.forward(), ofMaps.get(0), mapLoss);
    assertDerivative(players.backward(), ofMaps.get(1), mapLoss);
  }

  /** Compares a gradient with central differences, weight array by weight array. */
  private void assertDerivative(Network network, NDList gradients, DoubleSupplier value) {
    double h = 1e-5;
    StreamInitializer directions =
        new StreamInitializer(RandomStreams.ofSeed(5).stream("directions"), 1);
    for (int i = 0; i < gradients.size(); i++) {
      NDArray weight = network.getParameters().valueAt(i).getArray();
      NDArray direction = directions.initialize(manager, weight.getShape(), DataType.FLOAT64);
      weight.addi(direction.mul(h));
      double above = value.getAsDouble();
      weight.subi(direction.mul(2 * h));
      double below = value.getAsDouble();
      weight.addi(direction.mul(h));
      double expected = (above - below) / (2 * h);
      assertThat(expected).isNotZero();
      assertThat(dot(gradients.get(i), direction))
          .as(network.getParameters().keyAt(i))
          .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }
  }

  @Test
  void regulariserTrainsThePotential() {
    Players players = Players.create(manager);
    TimePotential potential = new MlpTimePotential(players.potential());
    Interpolants points = players.at(uniformTimes(20), rows(20, DIM, 1), rows(20, DIM, 2));
    List<double[]> gradients = new ArrayList<>();
    for (double weight : new double[] {0, 1, 2}) {
      DisplacementLoss weighted = new DisplacementLoss(manager, ALPHA, weight, DataType.FLOAT64);
      NDList found =
          WeightUpdates.backward(
                  manager,
                  List.of(players.potential()),
                  () -> weighted.ofPotential(potential, points).loss())
              .gradients()
              .get(0);
      gradients.add(flat(found));
    }
    for (int i = 0; i < gradients.get(0).length; i++) {
      double share = gradients.get(1)[i] - gradients.get(0)[i];
      assertThat(gradients.get(2)[i] - gradients.get(1)[i]).isCloseTo(share, within(1e-10));
    }
    assertThat(gradients.get(1)).isNotEqualTo(gradients.get(0));
  }

  @Test
  void noGradientReachesTheMapsFromTheLossOfThePotential() {
    Players players = Players.create(manager);
    TimePotential potential = new MlpTimePotential(players.potential());
    NDArray t = uniformTimes(20);
    NDArray x = rows(20, DIM, 1);
    NDArray y = rows(20, DIM, 2);
    List<NDList> gradients =
        WeightUpdates.backward(
                manager,
                players.all(),
                () -> {
                  Interpolants at = players.at(t, x, y);
                  // 0 times the maps' own loss: what it gives is no gradient, but a gradient of 0.
                  NDArray zero = EngineArrays.scalar(manager, 0, DataType.FLOAT64);
                  return loss.ofPotential(potential, at).loss().add(at.meanCost().mul(zero));
                })
            .gradients();
    assertThat(gradients.get(0).get(0).norm().getDouble()).isPositive();
    for (NDList ofMap : gradients.subList(1, 3)) {
      assertThat(flat(ofMap)).containsOnly(0);
    }
  }

  @Test
  void eachMapIsTrainedByItsOwnSide() {
    Players players = Players.create(manager);
    TimePotential potential = new MlpTimePotential(players.potential());
    NDArray t = uniformTimes(20);
    NDArray x = rows(20, DIM, 1);
    NDArray y = rows(20, DIM, 2);
    List<Network> maps = List.of(players.forward(), players.backward());
    List<List<NDList>> found = new ArrayList<>();
    for (NDArray[] sides : new NDArray[][] {{x, y}, {x, y.add(1)}, {x.add(1), y}}) {
      found.add(
          WeightUpdates.backward(
                  manager, maps, () -> loss.ofMaps(potential, players.at(t, sides[0], sides[1])))
              .gradients());
    }
    assertThat(flat(found.get(1).get(0))).isEqualTo(flat(found.get(0).get(0)));
    assertThat(flat(found.get(2).get(1))).isEqualTo(flat(found.get(0).get(1)));
    assertThat(flat(found.get(2).get(0))).isNotEqualTo(flat(found.get(0).get(0)));
    assertThat(flat(found.get(1).get(1))).isNotEqualTo(flat(found.get(0).get(1)));
  }

  private static double[] flat(NDList arrays) {
    return arrays.stream().flatMapToDouble(a -> Arrays.stream(a.toDoubleArray())).toArray();
  }
}
