package io.otbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ScriptsTest {

  @Test
  void scriptsCannotEndTheirElement() {
    assertThat(Scripts.library()).contains("Licensed to the Apache Software Foundation");
    assertThat(Scripts.page()).contains("theme.changed();");
    assertThatIllegalStateException()
        .isThrownBy(() -> Scripts.checked("x.js", "let a = '</SCRIPT>'"))
        .withMessage("script x.js must not hold '</script' or '<!--', it does");
    assertThatIllegalStateException().isThrownBy(() -> Scripts.checked("x.js", "a <!--b"));
  }

  @Test
  void licencesOfTheChartLibraryComeWithIt() {
    assertThat(Scripts.class.getResource("echarts/LICENSE")).isNotNull();
    assertThat(Scripts.class.getResource("echarts/NOTICE")).isNotNull();
  }
}
