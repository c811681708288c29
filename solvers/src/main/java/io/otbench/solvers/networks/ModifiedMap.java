package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The modified fully connected network of arXiv:2001.04536, with a skip connection: two projections
 * of the input, U and V, are blended into every hidden layer,
 *
 * <pre>
 * U = act(x W_U + b_U),   V = act(x W_V + b_V),   H_0 = x
 * Z = act(H_{l-1} W_l + b_l),   H_l = (1 - Z) * U + Z * V
 * T(x) = x + H_L W + b
 * </pre>
 */
final class ModifiedMap extends MapNetwork {

  private final MapArchitecture architecture;
  private final int conditionDim;
  private final DenseLayer first;
  private final DenseLayer second;
  private final List<DenseLayer> hidden = new ArrayList<>();
  private final DenseLayer last;

  /** One slope for all layers, for PReLU. */
  private final Optional<Parameter> slope;

  private ModifiedMap(MapArchitecture architecture, int dim, int conditionDim) {
    super(dim, conditionDim);
    this.architecture = architecture;
    this.conditionDim = conditionDim;
    int width = architecture.widths().get(0);
    this.first = DenseLayer.declare(this, "first", inputDim(), width);
    this.second = DenseLayer.declare(this, "second", inputDim(), width);
    for (int l = 1; l <= architecture.widths().size(); l++) {
      hidden.add(DenseLayer.declare(this, "hidden" + l, l == 1 ? inputDim() : width, width));
    }
    this.last = DenseLayer.declare(this, "last", width, dim);
    this.slope = architecture.nonlinearity().declareSlope(this, "slope");
  }

  static ModifiedMap create(
      NDManager manager,
      MapArchitecture architecture,
      int dim,
      int conditionDim,
      Initializer initializer,
      DataType type) {
    ModifiedMap map = new ModifiedMap(architecture, dim, conditionDim);
    map.initializeWith(manager, initializer, type);
    map.slope.ifPresent(Nonlinearity::initialize);
    map.last.setZero();
    return map;
  }

  @Override
  public ModifiedMap copyTo(NDManager manager) {
    ModifiedMap copy =
        create(manager, architecture, dim(), conditionDim, Initializer.ZEROS, dataType());
    copy.setWeightsFrom(this);
    return copy;
  }

  @Override
  public NDArray apply(NDArray rows) {
    pass(rows, 1);
    NDArray u = activate(first.apply(rows));
    NDArray difference = activate(second.apply(rows)).sub(u);
    NDArray h = rows;
    for (DenseLayer layer : hidden) {
      // (1 - Z) U + Z V with one product less.
      h = activate(layer.apply(h)).mul(difference).addi(u);
    }
    return last.apply(h).addi(points(rows));
  }

  private NDArray activate(NDArray t) {
    return architecture.nonlinearity().apply(t, slope);
  }
}
