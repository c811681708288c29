package io.otbench.solvers.dpot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.otbench.solvers.api.EngineArrays;
import io.otbench.solvers.discrete.AssignmentSolver;
import io.otbench.solvers.discrete.Matching;

/** Exact plans inside the groups of a batch. */
final class GroupPlans {

  private final AssignmentSolver solver = new AssignmentSolver();

  /**
   * Rows in the order of their partners: group by group, {@code from} is matched to {@code to} by
   * the plan of least mean squared distance, and row i of the result is that row of {@code rows}
   * whose point is the partner of {@code from}'s row i.
   *
   * @param from points, shape (R n, d)
   * @param to points, shape (R n, d)
   * @param rows what is put in order, row i belonging to row i of {@code to}
   * @param groups R
   * @return array of the shape and with the manager of {@code rows}
   */
  NDArray reorder(NDArray from, NDArray to, NDArray rows, int groups) {
    int n = Math.toIntExact(from.getShape().get(0) / groups);
    int width = Math.toIntExact(rows.getShape().get(1));
    NDList fromGroups = from.split(groups, 0);
    NDList toGroups = to.split(groups, 0);
    double[] numbers = EngineArrays.toDoubles(rows);
    double[] ordered = new double[numbers.length];
    for (int group = 0; group < groups; group++) {
      int[] partner =
          Matching.of(fromGroups.get(group), toGroups.get(group), solver)
              .assignment()
              .columnOfRow();
      for (int i = 0; i < n; i++) {
        int source = (group * n + partner[i]) * width;
        System.arraycopy(numbers, source, ordered, (group * n + i) * width, width);
      }
    }
    return EngineArrays.create(rows.getManager(), ordered, width, rows.getDataType());
  }
}
