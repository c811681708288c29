package io.otbench.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("identity", "implicit", "w2gn");

  @ParameterizedTest
  @CsvSource({
    "implict, implicit",
    "identety, identity",
    "w2gan, w2gn",
    "imlpicit, implicit",
    "w2gn, w2gn",
  })
  void findsWhatWasMeant(String name, String meant) {
    assertThat(NearestName.find(name, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"sinkhorn", "ot", "''"})
  void guessesNothingFromFarAway(String name) {
    assertThat(NearestName.find(name, KNOWN)).isEmpty();
  }
}
