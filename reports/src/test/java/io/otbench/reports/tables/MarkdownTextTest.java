package io.otbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void nothingOfATextIsMarkup() {
    assertThat(MarkdownText.of("\\`*_[]|~$#@")).isEqualTo("\\\\\\`\\*\\_\\[\\]\\|\\~\\$\\#\\@");
    assertThat(MarkdownText.of("a < b & c > d, e - f")).isEqualTo("a &lt; b &amp; c > d, e - f");
  }

  @Test
  void anIndentedTextStaysSo() {
    assertThat(MarkdownText.of("  published ")).isEqualTo("&emsp;published");
  }
}
