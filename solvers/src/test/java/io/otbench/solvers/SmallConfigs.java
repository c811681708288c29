package io.otbench.solvers;

import ai.djl.ndarray.types.DataType;
import io.otbench.solvers.api.OtSolver;
import io.otbench.solvers.diotm.DiotmConfig;
import io.otbench.solvers.dpot.DpotConfig;
import io.otbench.solvers.implicit.ImplicitConfig;
import io.otbench.solvers.networks.IcnnArchitecture;
import io.otbench.solvers.networks.MapArchitecture;
import io.otbench.solvers.networks.Nonlinearity;
import io.otbench.solvers.networks.PotentialArchitecture;
import io.otbench.solvers.networks.SmoothActivation;
import io.otbench.solvers.otp.GameConfig;
import io.otbench.solvers.otp.OtpConfig;
import io.otbench.solvers.training.AdamSchedule;
import io.otbench.solvers.w2gn.PretrainingConfig;
import io.otbench.solvers.w2gn.W2gnConfig;
import java.util.List;

/** Configurations of seconds in the plane, for what is asked of every solver. */
final class SmallConfigs {

  private static final int DIM = 2;
  static final int BATCH = 64;
  private static final List<Integer> WIDTHS = List.of(16, 16);
  private static final AdamSchedule ADAM = AdamSchedule.cosine(5e-3, 0);

  /** For two players against each other. */
  private static final AdamSchedule GAME_ADAM = new AdamSchedule(5e-3, 0, 0.5, 0.9);

  private SmallConfigs() {}

  /** A small configuration; a solver that is not known here gets its own default. */
  static <C extends Record> C of(OtSolver<C> solver, int steps) {
    C defaults = solver.defaultConfig(DIM);
    Record small = defaults;
    if (defaults instanceof ImplicitConfig implicit) {
      small = implicit(implicit, steps);
    } else if (defaults instanceof W2gnConfig w2gn) {
      small = w2gn(w2gn, steps);
    } else if (defaults instanceof DiotmConfig diotm) {
      small = diotm(diotm, steps);
    } else if (defaults instanceof DpotConfig dpot) {
      small = dpot(dpot, steps);
    } else if (defaults instanceof GameConfig game) {
      small = game(game, steps);
    } else if (defaults instanceof OtpConfig otp) {
      small = new OtpConfig(game(otp.game(), steps), otp.smoothing());
    }
    @SuppressWarnings("unchecked") // Every branch keeps the record's class.
    C result = (C) small;
    return result;
  }

  private static ImplicitConfig implicit(ImplicitConfig defaults, int steps) {
    return new ImplicitConfig(
        steps,
        BATCH,
        1,
        new IcnnArchitecture(List.of(16, 16, 8), 1, SmoothActivation.SOFTPLUS, 1e-4),
        defaults.initial(),
        defaults.convexity(),
        AdamSchedule.cosine(1e-2, 0),
        10,
        defaults.inner(),
        DataType.FLOAT32);
  }

  private static W2gnConfig w2gn(W2gnConfig defaults, int steps) {
    return new W2gnConfig(
        steps,
        BATCH,
        defaults.cycleWeight(),
        new IcnnArchitecture(List.of(16, 16, 8), 1, SmoothActivation.CELU, 0.05),
        0.2,
        new PretrainingConfig(20, BATCH, 3, AdamSchedule.constant(1e-2, 0.8, 0.9), 3e-5),
        ADAM,
        ADAM,
        DataType.FLOAT32);
  }

  private static DiotmConfig diotm(DiotmConfig defaults, int steps) {
    return new DiotmConfig(
        steps,
        BATCH,
        defaults.mapStepsPerPotentialStep(),
        defaults.alpha(),
        defaults.hjbWeight(),
        new PotentialArchitecture(List.of(16, 16, 8), SmoothActivation.SILU, false),
        new MapArchitecture(
            MapArchitecture.Kind.RESIDUAL, 1, List.of(16, 16, 8), Nonlinearity.SILU),
        GAME_ADAM,
        GAME_ADAM,
        0.9,
        DataType.FLOAT32);
  }

  private static DpotConfig dpot(DpotConfig defaults, int steps) {
    return new DpotConfig(
        steps,
        BATCH,
        defaults.planInterval(),
        1,
        defaults.lambda(),
        Math.min(16, defaults.projections()),
        new MapArchitecture(defaults.map().kind(), 1, WIDTHS, defaults.map().nonlinearity()),
        defaults.inverse(),
        AdamSchedule.cosine(1e-2, 0),
        DataType.FLOAT32);
  }

  private static GameConfig game(GameConfig defaults, int steps) {
    return new GameConfig(
        steps,
        BATCH,
        2,
        new MapArchitecture(MapArchitecture.Kind.RESIDUAL, 1, WIDTHS, Nonlinearity.SILU),
        new PotentialArchitecture(WIDTHS, SmoothActivation.SILU, false),
        GAME_ADAM,
        GAME_ADAM,
        0.9,
        DataType.FLOAT32);
  }
}
