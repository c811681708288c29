package io.otbench.solvers.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.otbench.solvers.networks.MapArchitecture.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fully connected blocks, h &lt;- h + net(h, condition) one after the other, or a single net(x)
 * without the skip connection.
 */
final class ResidualMap extends MapNetwork {

  private final MapArchitecture architecture;
  private final int conditionDim;
  private final List<Block> blocks = new ArrayList<>();

  private record Block(
      List<DenseLayer> hidden, List<Optional<Parameter>> slopes, DenseLayer last) {}

  private ResidualMap(MapArchitecture architecture, int dim, int conditionDim) {
    super(dim, conditionDim);
    this.architecture = architecture;
    this.conditionDim = conditionDim;
    for (int b = 1; b <= architecture.blocks(); b++) {
      blocks.add(block("block" + b));
    }
  }

  private Block block(String name) {
    List<DenseLayer> hidden = new ArrayList<>();
    List<Optional<Parameter>> slopes = new ArrayList<>();
    int inputs = inputDim();
    for (int width : architecture.widths()) {
      String layer = name + "Hidden" + (hidden.size() + 1);
      hidden.add(DenseLayer.declare(this, layer, inputs, width));
      slopes.add(architecture.nonlinearity().declareSlope(this, layer + "Slope"));
      inputs = width;
    }
    return new Block(hidden, slopes, DenseLayer.declare(this, name + "Last", inputs, dim()));
  }

  static ResidualMap create(
      NDManager manager,
      MapArchitecture architecture,
      int dim,
      int conditionDim,
      Initializer initializer,
      DataType type) {
    ResidualMap map = new ResidualMap(architecture, dim, conditionDim);
    map.initializeWith(manager, initializer, type);
    for (Block block : map.blocks) {
      block.slopes().forEach(slope -> slope.ifPresent(Nonlinearity::initialize));
      if (architecture.kind() == Kind.RESIDUAL) {
        block.last().setZero();
      }
    }
    return map;
  }

  @Override
  public ResidualMap copyTo(NDManager manager) {
    ResidualMap copy =
        create(manager, architecture, dim(), conditionDim, Initializer.ZEROS, dataType());
    copy.setWeightsFrom(this);
    return copy;
  }

  @Override
  public NDArray apply(NDArray rows) {
    pass(rows, 1);
    if (architecture.kind() == Kind.PLAIN) {
      return net(blocks.get(0), rows);
    }
    NDArray points = points(rows);
    NDArray input = rows;
    for (int b = 0; b < blocks.size(); b++) {
      points = net(blocks.get(b), input).addi(points);
      if (b < blocks.size() - 1) {
        input =
            conditionDim == 0 ? points : NDArrays.concat(new NDList(points, conditions(rows)), 1);
      }
    }
    return points;
  }

  private NDArray net(Block block, NDArray input) {
    NDArray h = input;
    for (int l = 0; l < block.hidden().size(); l++) {
      h = architecture.nonlinearity().apply(block.hidden().get(l).apply(h), block.slopes().get(l));
    }
    return block.last().apply(h);
  }
}
