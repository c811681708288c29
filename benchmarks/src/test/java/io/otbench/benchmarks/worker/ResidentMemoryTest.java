package io.otbench.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void readsTheLineOfAKey() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  204800 kB", "VmRSS:\t    1024 kB");
    assertThat(ResidentMemory.parseMib(status, "VmHWM:")).isEqualTo(200);
    assertThat(ResidentMemory.parseMib(status, "VmRSS:")).isEqualTo(1);
    assertThat(ResidentMemory.parseMib(status, "VmSwap:")).isZero();
  }

  @Test
  void peakIsAtLeastWhatIsResident() {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/status")));
    ResidentMemory.resetPeak();
    assertThat(ResidentMemory.currentMib()).isGreaterThan(10);
    // The two are read one after the other.
    assertThat(ResidentMemory.peakMib()).isGreaterThan(ResidentMemory.currentMib() - 5);
  }
}
