package io.otbench.reports.published;

/**
 * Where published numbers come from.
 *
 * @param title title of the paper
 * @param citation its number, such as {@code arXiv:1909.13082}, and where it appeared
 * @param access by what other text its numbers were read; empty if from the paper itself
 */
public record Paper(String title, String citation, String access) {

  /** The citation and how it was read. */
  public String text() {
    return access.isEmpty() ? citation : citation + ", " + access;
  }
}
