package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CheckpointScheduleTest {

  @Test
  void halvesTheWayToTheEndAndAddsEvenSteps() {
    assertThat(CheckpointSchedule.steps(1_000, 6)).containsExactly(250L, 500L, 750L, 1_000L);
    assertThat(CheckpointSchedule.steps(1_000, 8))
        .containsExactly(125L, 200L, 250L, 400L, 500L, 600L, 800L, 1_000L);
  }

  @Test
  void alwaysHasTheLastStep() {
    assertThat(CheckpointSchedule.steps(1_000, 1)).containsExactly(1_000L);
    assertThat(CheckpointSchedule.steps(1, 20)).containsExactly(1L);
    assertThat(CheckpointSchedule.steps(3, 20)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void refusesAnEmptyTraining() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckpointSchedule.steps(0, 3))
        .withMessage("plannedSteps and points must be at least 1 but are 0 and 3");
  }
}
