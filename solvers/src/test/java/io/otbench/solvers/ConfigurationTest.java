package io.otbench.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.conjugate.ConjugateProblem;
import io.otbench.solvers.conjugate.InnerLimits;
import io.otbench.solvers.diotm.DiotmConfig;
import io.otbench.solvers.dpot.DpotSolver;
import io.otbench.solvers.dpot.InverseConfig;
import io.otbench.solvers.implicit.ImplicitConfig;
import io.otbench.solvers.implicit.InitialConfig;
import io.otbench.solvers.implicit.InnerConfig;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.otp.GameConfig;
import io.otbench.solvers.otp.SmoothingConfig;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.w2gn.PretrainingConfig;
import io.otbench.solvers.w2gn.W2gnConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check of a configuration names the component, the rule and the value. */
class ConfigurationTest {

  private static final IcnnArchitecture TANH =
      new IcnnArchitecture(List.of(4, 4), 1, SmoothActivation.TANH, 0);

  static Stream<Arguments> refusals() {
    Record implicit = ImplicitConfig.defaults(2);
    Record inner = InnerConfig.defaults();
    Record w2gn = W2gnConfig.defaults(2);
    Record pretraining = W2gnConfig.defaults(2).pretraining();
    Record diotm = DiotmConfig.defaults(2);
    Record network = ImplicitConfig.defaults(2).network();
    Record initial = ImplicitConfig.defaults(2).initial();
    Record limits = new InnerLimits(1e-3, 10);
    Record game = GameConfig.defaults(2);
    Record additive = new SmoothingConfig(SmoothingConfig.Kind.ADDITIVE, 2, 0.1);
    Record dpot = new DpotSolver().defaultConfig(2);
    return Stream.of(
        Arguments.of(dpot, "steps", 0, "steps must be at least 1 but is 0"),
        Arguments.of(dpot, "batchSize", 1, "batchSize must be at least 2 but is 1"),
        Arguments.of(dpot, "planInterval", 0, "planInterval must be at least 1 but is 0"),
        Arguments.of(dpot, "plans", 0, "plans must be at least 1 but is 0"),
        Arguments.of(dpot, "projections", 0, "projections must be at least 1 but is 0"),
        Arguments.of(dpot, "lambda", 1.0, "lambda must be in [0, 1) but is 1.0"),
        Arguments.of(dpot, "lambda", Double.NaN, "lambda must be in [0, 1) but is NaN"),
        Arguments.of(
            dpot, "precision", DataType.INT8, "precision must be FLOAT32 or FLOAT64 but is int8"),
        Arguments.of(
            InverseConfig.none(),
            "cycleWeight",
            -1.0,
            "inverse.cycleWeight must be finite and >= 0 but is -1.0"),
        Arguments.of(implicit, "steps", 0, "steps must be at least 1 but is 0"),
        Arguments.of(implicit, "batchSize", -1, "batchSize must be at least 1 but is -1"),
        Arguments.of(implicit, "batchRepeats", 0, "batchRepeats must be at least 1 but is 0"),
        Arguments.of(initial, "bias", Double.NaN, "bias must be finite but is NaN"),
        Arguments.of(initial, "maxCurvature", 0.0, "maxCurvature must be above 0 but is 0.0"),
        Arguments.of(initial, "deviation", -0.1, "deviation must be finite and >= 0 but is -0.1"),
        Arguments.of(
            initial, "deviation", Double.NaN, "deviation must be finite and >= 0 but is NaN"),
        Arguments.of(
            implicit, "maxGradientNorm", 0.0, "maxGradientNorm must be above 0 but is 0.0"),
        Arguments.of(
            implicit,
            "precision",
            DataType.INT32,
            "precision must be FLOAT32 or FLOAT64 but is int32"),
        Arguments.of(inner, "tolerance", 0.0, "tolerance must be above 0 but is 0.0"),
        Arguments.of(
            inner,
            "evaluationTolerance",
            Double.POSITIVE_INFINITY,
            "evaluationTolerance must be above 0 but is Infinity"),
        Arguments.of(inner, "maxIterations", 0, "maxIterations must be at least 1 but is 0"),
        Arguments.of(inner, "memory", 0, "memory must be at least 1 but is 0"),
        Arguments.of(limits, "tolerance", Double.NaN, "tolerance must be above 0 but is NaN"),
        Arguments.of(limits, "maxIterations", 0, "maxIterations must be at least 1 but is 0"),
        Arguments.of(game, "steps", 0, "steps must be at least 1 but is 0"),
        Arguments.of(game, "batchSize", 0, "batchSize must be at least 1 but is 0"),
        Arguments.of(
            game,
            "mapStepsPerPotentialStep",
            0,
            "mapStepsPerPotentialStep must be at least 1 but is 0"),
        Arguments.of(game, "averageDecay", 1.0, "averageDecay must be in [0, 1) but is 1.0"),
        Arguments.of(
            game, "precision", DataType.INT64, "precision must be FLOAT32 or FLOAT64 but is int64"),
        Arguments.of(additive, "end", -0.1, "end must be at least 0 but is -0.1"),
        Arguments.of(additive, "end", Double.NaN, "end must be at least 0 but is NaN"),
        Arguments.of(
            additive, "start", 0.05, "start must be finite and at least end = 0.1 but is 0.05"),
        Arguments.of(
            additive,
            "start",
            Double.POSITIVE_INFINITY,
            "start must be finite and at least end = 0.1 but is Infinity"),
        Arguments.of(
            additive,
            "kind",
            SmoothingConfig.Kind.VARIANCE_PRESERVING,
            "start must be below 1 for VARIANCE_PRESERVING but is 2.0"),
        Arguments.of(w2gn, "steps", 0, "steps must be at least 1 but is 0"),
        Arguments.of(w2gn, "batchSize", 0, "batchSize must be at least 1 but is 0"),
        Arguments.of(w2gn, "cycleWeight", 0.0, "cycleWeight must be above 0 but is 0.0"),
        Arguments.of(
            w2gn,
            "network",
            TANH,
            "network.activation must be convex and non-decreasing (CELU or SOFTPLUS) but is TANH"),
        Arguments.of(
            w2gn,
            "initialDeviation",
            Double.POSITIVE_INFINITY,
            "initialDeviation must be finite and >= 0 but is Infinity"),
        Arguments.of(
            w2gn,
            "precision",
            DataType.FLOAT16,
            "precision must be FLOAT32 or FLOAT64 but is float16"),
        Arguments.of(pretraining, "maxSteps", -1, "maxSteps must be at least 0 but is -1"),
        Arguments.of(pretraining, "batchSize", 0, "batchSize must be at least 1 but is 0"),
        Arguments.of(pretraining, "stretch", 0.0, "stretch must be above 0 but is 0.0"),
        Arguments.of(pretraining, "stopLoss", Double.NaN, "stopLoss must be at least 0 but is NaN"),
        Arguments.of(diotm, "steps", 0, "steps must be at least 1 but is 0"),
        Arguments.of(diotm, "batchSize", 0, "batchSize must be at least 1 but is 0"),
        Arguments.of(
            diotm,
            "mapStepsPerPotentialStep",
            0,
            "mapStepsPerPotentialStep must be at least 1 but is 0"),
        Arguments.of(diotm, "alpha", 0.0, "alpha must be above 0 but is 0.0"),
        Arguments.of(
            diotm, "alpha", Double.POSITIVE_INFINITY, "alpha must be above 0 but is Infinity"),
        Arguments.of(diotm, "hjbWeight", -0.1, "hjbWeight must be finite and >= 0 but is -0.1"),
        Arguments.of(
            diotm, "hjbWeight", Double.NaN, "hjbWeight must be finite and >= 0 but is NaN"),
        Arguments.of(diotm, "averageDecay", 1.0, "averageDecay must be in [0, 1) but is 1.0"),
        Arguments.of(
            diotm,
            "precision",
            DataType.INT32,
            "precision must be FLOAT32 or FLOAT64 but is int32"),
        Arguments.of(
            network,
            "widths",
            List.of(3, 0),
            "widths must be at least two numbers >= 1 but are [3, 0]"),
        Arguments.of(network, "rank", 0, "rank must be at least 1 but is 0"),
        Arguments.of(
            network,
            "strongConvexity",
            -1.0,
            "strongConvexity must be finite and >= 0 but is -1.0"));
  }

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("refusals")
  void refuses(Record valid, String component, Object value, String message) {
    assertThatThrownBy(() -> with(valid, component, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** The record with one component replaced. */
  private static void with(Record valid, String component, Object value) throws Throwable {
    RecordComponent[] components = valid.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      boolean replaced = components[i].getName().equals(component);
      found |= replaced;
      arguments[i] = replaced ? value : components[i].getAccessor().invoke(valid);
    }
    assertThat(found).isTrue();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      valid.getClass().getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void problemRefusesStartsOfAnotherLength() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThatThrownBy(
              () ->
                  new ConjugateProblem(
                      manager, new double[4], new double[6], 2, DataType.FLOAT32, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("z and start must both be (n, 2) but have 4 and 6 numbers");
      assertThatThrownBy(
              () ->
                  new ConjugateProblem(
                      manager, new double[5], new double[5], 2, DataType.FLOAT32, Optional.empty()))
          .hasMessage("z and start must both be (n, 2) but have 5 and 5 numbers");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 256})
  void everySolverHasADefaultForEveryDimension(int dim) {
    for (OtSolver<?> solver : ServiceLoader.load(OtSolver.class)) {
      assertThat(solver.defaultConfig(dim)).isEqualTo(solver.defaultConfig(dim));
    }
  }

  /**
   * Hyper-parameters of arXiv:2605.10792's and arXiv:1909.13082's Gaussian experiments, and the one
   * that arXiv:2410.03783 names for data in the plane.
   */
  @Test
  void defaultsArePublishedNumbers() {
    ImplicitConfig implicit = ImplicitConfig.defaults(64);
    assertThat(implicit.network().widths()).containsExactly(128, 128, 64);
    assertThat(implicit.network().strongConvexity()).isEqualTo(1e-4);
    assertThat(implicit.initial()).isEqualTo(new InitialConfig(0.1, 0, 0.5));
    assertThat(implicit.maxGradientNorm()).isEqualTo(10);
    assertThat(implicit.convexity()).isEqualTo(ImplicitConfig.Convexity.NONE);
    assertThat(ImplicitConfig.defaults(2).network().widths()).containsExactly(64, 64, 32);
    W2gnConfig w2gn = W2gnConfig.defaults(8);
    assertThat(w2gn.cycleWeight()).isEqualTo(8);
    assertThat(w2gn.forwardAdam()).isEqualTo(new AdamSchedule(3e-4, 3e-4, 0.8, 0.99));
    assertThat(w2gn.backwardAdam()).isEqualTo(new AdamSchedule(3e-4, 3e-4, 0.4, 0.4));
    assertThat(w2gn.pretraining())
        .isEqualTo(
            new PretrainingConfig(10_000, 256, 3, new AdamSchedule(1e-3, 1e-3, 0.8, 0.9), 3e-5));
  }
}
