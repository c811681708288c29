package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.otbench.solvers.api.Potential;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A trainable map of points. A row of its input is a point in R^d, followed by the coordinates of
 * its condition where there is one; a row of its output is the point's image.
 */
public abstract class MapNetwork extends Network {

  private final int dim;

  /**
   * @param dim dimension d of a point
   * @param conditionDim number of coordinates of a condition, 0 for none
   */
  protected MapNetwork(int dim, int conditionDim) {
    super(dim + conditionDim);
    this.dim = dim;
  }

  /**
   * A map with values from a stream, owned by {@code manager}.
   *
   * @param dim dimension d of a point, at least 1
   * @param conditionDim number of coordinates of a condition, 0 for none
   * @param random stream of the first weights
   */
  public static MapNetwork create(
      NDManager manager,
      MapArchitecture architecture,
      int dim,
      int conditionDim,
      RandomGenerator random,
      DataType type) {
    GlorotInitializer initializer = new GlorotInitializer(random);
    return switch (architecture.kind()) {
      case PLAIN, RESIDUAL ->
          ResidualMap.create(manager, architecture, dim, conditionDim, initializer, type);
      case MODIFIED ->
          ModifiedMap.create(manager, architecture, dim, conditionDim, initializer, type);
      case GRADIENT ->
          GradientMap.create(manager, architecture, dim, conditionDim, initializer, type);
    };
  }

  /**
   * Images of rows, shape (n, d), attached to the manager of {@code rows}.
   *
   * @param rows shape (n, d + c) with c coordinates of the condition
   */
  public abstract NDArray apply(NDArray rows);

  @Override
  public abstract MapNetwork copyTo(NDManager manager);

  /** The potential g of a map x + grad g(x), for maps of that kind. */
  public Optional<Potential> potential() {
    return Optional.empty();
  }

  /** Dimension d of a point. */
  public final int dim() {
    return dim;
  }

  /** The first d columns of rows. */
  final NDArray points(NDArray rows) {
    return inputDim() == dim ? rows : rows.get(new NDIndex(":, :" + dim));
  }

  /** The columns of rows after the first d. */
  final NDArray conditions(NDArray rows) {
    return rows.get(new NDIndex(":, " + dim + ":"));
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(apply(inputs.singletonOrThrow()));
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), dim)};
  }
}
