package io.otbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs that some tests drive and that a machine may lack. */
public final class TestTool {

  /** The variable by which a machine promises to have all of them, as that of the workflow does. */
  private static final String PROMISE = "OTBENCH_TEST_TOOLS";

  private TestTool() {}

  /**
   * Skips the test where a program is absent; fails it where the machine promises to have it, so
   * that it is never skipped unnoticed there.
   *
   * @param absent what is said then
   */
  public static void needs(boolean present, String absent) {
    if ("required".equals(System.getenv(PROMISE))) {
      assertThat(present).as(absent).isTrue();
    }
    assumeTrue(present, "skipped: " + absent);
  }
}
