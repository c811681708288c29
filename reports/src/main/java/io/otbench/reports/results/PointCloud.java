package io.otbench.reports.results;

import java.util.List;

/**
 * Points of one cell of a two-dimensional problem, for pictures.
 *
 * @param pairs source points and their images under what the solver learned
 * @param target fresh points of the target
 * @param truth source points and their images under the true map; empty where none is known
 * @param mesh the nodes of a square grid, row by row, and their images under what the solver
 *     learned; empty where the problem has none
 */
public record PointCloud(List<Pair> pairs, List<Point> target, List<Pair> truth, List<Pair> mesh) {

  public PointCloud {
    pairs = List.copyOf(pairs);
    target = List.copyOf(target);
    truth = List.copyOf(truth);
    mesh = List.copyOf(mesh);
    int side = side(mesh.size());
    if (side * side != mesh.size() || side == 1) {
      throw new IllegalArgumentException(
          "mesh must be a square grid of at least 2 x 2 nodes, found " + mesh.size() + " nodes");
    }
  }

  /** A point of the plane. */
  public record Point(double first, double second) {

    /** Whether both coordinates are finite. */
    public boolean isFinite() {
      return Double.isFinite(first) && Double.isFinite(second);
    }
  }

  /**
   * A source point and its image.
   *
   * @param x the source point; finite
   * @param y the image; may be infinite or NaN, as a learned map may be anything
   */
  public record Pair(Point x, Point y) {
    public Pair {
      if (!x.isFinite()) {
        throw new IllegalArgumentException("a source point must be finite, found " + x);
      }
    }
  }

  /** Nodes in each row of the mesh; 0 without a mesh. */
  public int meshSide() {
    return side(mesh.size());
  }

  private static int side(int nodes) {
    return (int) Math.round(Math.sqrt(nodes));
  }
}
