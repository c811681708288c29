package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.otbench.solvers.api.Potential;
import java.util.Optional;

/**
 * x + grad g(x) with g an {@link MlpPotential}. Its Jacobian in x is symmetric, as that of every
 * optimal map for the quadratic cost is (Brenier).
 */
final class GradientMap extends MapNetwork {

  private final int conditionDim;
  private final MlpPotential potential;

  private GradientMap(MlpPotential potential, int dim, int conditionDim) {
    super(dim, conditionDim);
    this.conditionDim = conditionDim;
    this.potential = potential;
    for (Parameter parameter : potential.getParameters().values()) {
      addParameter(parameter);
    }
  }

  static GradientMap create(
      NDManager manager,
      MapArchitecture architecture,
      int dim,
      int conditionDim,
      Initializer initializer,
      DataType type) {
    PotentialArchitecture shape =
        new PotentialArchitecture(
            architecture.widths(),
            architecture.nonlinearity().smooth().orElseThrow(),
            architecture.quadratic());
    MlpPotential potential =
        MlpPotential.create(manager, shape, dim + conditionDim, initializer, type);
    potential.zeroOutput();
    return new GradientMap(potential, dim, conditionDim);
  }

  @Override
  public GradientMap copyTo(NDManager manager) {
    return new GradientMap(potential.copyTo(manager), dim(), conditionDim);
  }

  @Override
  public NDArray apply(NDArray rows) {
    return points(potential.gradient(rows)).add(points(rows));
  }

  /** g, a function of the point and its condition. */
  @Override
  public Optional<Potential> potential() {
    return Optional.of(potential);
  }
}
