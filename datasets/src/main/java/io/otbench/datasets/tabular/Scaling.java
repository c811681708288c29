package io.otbench.datasets.tabular;

/**
 * How the columns of a set are scaled. Kernel scores under different scalings cannot be compared,
 * so every result carries it.
 */
public enum Scaling {
  /** Mean 0 and deviation 1, as in OT-Flow (arXiv:2006.00104) and the flows before it. */
  ZSCORE,

  /** To [-1, 1] by smallest and largest value, as in the code of arXiv:2605.10792. */
  MINMAX,

  /** HEPMASS only: whitened by the eigenvectors of the covariance, then to [-1, 1]. */
  SVD,

  /** As the file has it: BSDS300, which nobody scales. */
  STORED
}
