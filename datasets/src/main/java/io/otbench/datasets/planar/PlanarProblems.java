package io.otbench.datasets.planar;

import io.otbench.datasets.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Problems of the plane, by name. Rows are (x1, x2), of the conditional ones (x1, x2, eta).
 *
 * <table>
 * <caption>What is known</caption>
 * <tr><th>problem</th><th>truth</th><th>source</th></tr>
 * <tr><td>{@code square}</td><td>map, W2</td><td>arXiv:1208.4870</td></tr>
 * <tr><td>{@code ellipse}, {@code ellipse-conditional}</td><td>map, W2</td>
 *     <td>arXiv:1208.4870, arXiv:2506.23429</td></tr>
 * <tr><td>{@code half-circles}, {@code half-circles-conditional}</td><td>map, W2</td>
 *     <td>arXiv:2506.23429</td></tr>
 * <tr><td>{@code four-corners}</td><td>none</td><td>arXiv:1208.4870</td></tr>
 * <tr><td>{@code perpendicular}, {@code one-to-many}</td><td>W2</td><td>arXiv:2602.04110</td></tr>
 * <tr><td>{@code gaussian-8gaussians}, {@code gaussian-25gaussians}, {@code moons-spiral}, {@code
 *     gaussian-circles}</td><td>none</td><td>shapes customary, constants ours</td></tr>
 * </table>
 */
public final class PlanarProblems {

  private static final Map<String, Supplier<Problem>> PROBLEMS = new LinkedHashMap<>();

  static {
    PROBLEMS.put("square", Square::problem);
    PROBLEMS.put("ellipse", Ellipse::problem);
    PROBLEMS.put("half-circles", HalfCircles::problem);
    PROBLEMS.put("ellipse-conditional", Ellipse::conditional);
    PROBLEMS.put("half-circles-conditional", HalfCircles::conditional);
    PROBLEMS.put("four-corners", FourCorners::problem);
    PROBLEMS.put("perpendicular", () -> perpendicular(2));
    PROBLEMS.put("one-to-many", () -> oneToMany(2));
    PROBLEMS.put("gaussian-8gaussians", Pictures::gaussian8Gaussians);
    PROBLEMS.put("gaussian-25gaussians", Pictures::gaussian25Gaussians);
    PROBLEMS.put("moons-spiral", Pictures::moonsSpiral);
    PROBLEMS.put("gaussian-circles", Pictures::gaussianCircles);
  }

  private PlanarProblems() {}

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return new ArrayList<>(PROBLEMS.keySet());
  }

  /** The problem of a name; every call gives the same. */
  public static Problem named(String name) {
    Supplier<Problem> problem = PROBLEMS.get(name);
    if (problem == null) {
      throw new IllegalArgumentException(
          "planar problem must be one of %s but is %s".formatted(names(), name));
    }
    return problem.get();
  }

  /**
   * Source uniform on [-1, 1]^m x {0}, target on {0} x [-1, 1]^m: all plans cost the same, W2^2 = 2
   * m / 3. Named {@code perpendicular}, in more than two dimensions {@code perpendicular-<d>}.
   *
   * @param dim d = 2 m
   */
  public static Problem perpendicular(int dim) {
    return Segments.perpendicular(dim);
  }

  /**
   * Source uniform on [-1, 1]^(d-1) x {0}, target half that lifted by 1, half lowered by 1: the
   * optimal plan splits every point, W2^2 = 1. Named {@code one-to-many}, in more than two
   * dimensions {@code one-to-many-<d>}.
   *
   * @param dim d, at least 2
   */
  public static Problem oneToMany(int dim) {
    return Segments.oneToMany(dim);
  }
}
