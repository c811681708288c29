package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerMainTest {

  @Test
  void aWorkerUnderALimitIsReplacedAfterAQuarterOfWhatTheLimitLeaves() {
    assertThat(WorkerMain.retireGrowthMib(Optional.empty(), 230)).isEqualTo(128);
    assertThat(WorkerMain.retireGrowthMib(Optional.of(430), 230)).isEqualTo(50);
    assertThat(WorkerMain.retireGrowthMib(Optional.of(4_000), 230)).isEqualTo(128);
  }
}
