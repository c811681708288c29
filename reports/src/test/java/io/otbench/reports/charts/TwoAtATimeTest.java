package io.otbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TwoAtATimeTest {

  @Test
  void bothRunTogetherAndKeepTheirOrder() {
    CountDownLatch second = new CountDownLatch(1);
    Supplier<String> waits = () -> waits(second) ? "first" : "the second never began";
    Supplier<String> releases =
        () -> {
          second.countDown();
          return "second";
        };

    assertThat(TwoAtATime.all(List.of(waits, releases))).containsExactly("first", "second");
  }

  @Test
  void failureOfOneIsThatOfAll() {
    IllegalArgumentException reason = new IllegalArgumentException("no colour");
    Supplier<String> fails =
        () -> {
          throw reason;
        };

    assertThatThrownBy(() -> TwoAtATime.all(List.of(() -> "fine", fails))).isSameAs(reason);
  }

  private static boolean waits(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
