package io.otbench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.MatrixRun;
import io.otbench.reports.ReportWriter;
import io.otbench.reports.TestTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of a sweep tells the variants of a solver apart, wherever they stand. */
class SweepInBrowserTest {
  /** In the order of their configurations, which is none of values. */
  private static final List<String> METHODS =
      List.of(
          "linear",
          "implicit learningRate=0.001, batchSize=1024",
          "implicit learningRate=1.0E-4, batchSize=1024",
          "implicit learningRate=0.001, batchSize=64",
          "implicit learningRate=1.0E-4, batchSize=64",
          "unlucky");

  private static final List<String> VARIANTS =
      List.of(
          "learningRate=1.0E-4, batchSize=64",
          "learningRate=1.0E-4, batchSize=1024",
          "learningRate=0.001, batchSize=64",
          "learningRate=0.001, batchSize=1024");

  @TempDir static Path temp;
  private static Chromium browser;
  private static Path page;

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> program = Chromium.program();
    TestTool.needs(
        program.isPresent(), "the page can be tried where the path has chromium or google-chrome");
    new MatrixRun(temp.resolve("run"), METHODS, List.of("matrix-2"), 2).write();
    page = ReportWriter.write(temp.resolve("run"));
    browser = Chromium.start(program.get(), temp.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void load() {
    browser.resize(1200, 900);
    // Marks that still move are not where they will be.
    browser.prefer("prefers-reduced-motion", "reduce");
    browser.open(page.toUri());
  }

  @Test
  void chartsNameVariantsByTheirValues() {
    String texts =
        "[...document.querySelectorAll('#%s svg text')].map(it => it.textContent)"
            + ".filter(it => it.startsWith('implicit')).join('|')";
    String upwards =
        "implicit 0.001, 1024|implicit 0.001, 64|implicit 1.0E-4, 1024|implicit 1.0E-4, 64";

    assertThat(browser.text(texts.formatted("costs"))).isEqualTo(upwards);
    assertThat(browser.text(texts.formatted("tradeoff")).split("\\|"))
        .containsExactlyInAnyOrder(upwards.split("\\|"));
  }

  @Test
  void variantHasAColumnThatIsSortedByNumbers() {
    String column =
        "[...new Set([...document.querySelectorAll('#cell-table td.variant')]"
            + ".map(it => it.textContent).filter(it => it !== ''))].join('|')";
    assertThat(browser.text(column)).isEqualTo(String.join("|", VARIANTS));

    String header =
        "[...document.querySelectorAll('#cell-table thead th')].find(it => it.textContent.trim().startsWith('variant'))";
    browser.value(header + ".querySelector('button').click()");
    assertThat(browser.text(column)).isEqualTo(String.join("|", VARIANTS));
    browser.value(header + ".querySelector('button').click()");
    assertThat(browser.text(column))
        .isEqualTo(
            String.join("|", VARIANTS.get(3), VARIANTS.get(2), VARIANTS.get(1), VARIANTS.get(0)));
    assertThat(
            browser.text("document.querySelector('#cell-table thead th:last-child').textContent"))
        .isEqualTo("config");
  }

  @Test
  void detailsNameTheVariant() {
    browser.value("document.querySelector('#cell-2 button').click()");

    assertThat(browser.text("document.querySelector('.detail h4').textContent"))
        .isEqualTo("matrix-2, implicit " + VARIANTS.get(0) + ", seed 1: ok");
  }

  @Test
  void namesOfSolversAreNotBrokenInsideWords() {
    browser.resize(360, 800);
    assertThat(browser.holds("byId('environment').querySelector('.scroll').scrollWidth < 360"))
        .isTrue();
    // A word that is broken stands in more than one box; at a hyphen any word may be.
    assertThat(
            browser.text(
                """
                (() => {
                  const broken = [];
                  for (const th of document.querySelectorAll('tbody th')) {
                    const text = th.firstChild;
                    for (const word of (text && text.nodeType === 3 ? text.data : '').matchAll(/[^\\s-]+/g)) {
                      const range = document.createRange();
                      range.setStart(text, word.index);
                      range.setEnd(text, word.index + word[0].length);
                      if (range.getClientRects().length > 1) { broken.push(word[0]); }
                    }
                  }
                  return broken.join('|');
                })()
                """))
        .isEmpty();
  }

  @Test
  void namesInTheScatterLieOnNoLargeMarkAndOnNoOtherName() {
    // One above the other, so that a name above its mark would lie on the next.
    browser.value(
        "report.cells.filter(cell => cell.costs).forEach(cell => { cell.costs[0] = 30;"
            + " cell.values[1] = 10 ** (-1.2 - 0.05 * cell.group); })");
    browser.value("charts.draw(byId('tradeoff'))");
    assertThat(
            browser.text(
                """
                (() => {
                  const box = (it) => ({name: it.textContent, ...it.getBoundingClientRect().toJSON()});
                  const names = [...document.querySelectorAll('#tradeoff svg text')]
                    .filter(it => Object.values(report.looks).some(look => look.name === it.textContent)).map(box);
                  const marks = [...document.querySelectorAll('#tradeoff svg path')].map(box)
                    .filter(it => it.width > 11 && it.width < 16 && it.height > 11 && it.height < 16);
                  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
                  const bad = names.filter(name => [...marks, ...names].some(it => it !== name && meet(it, name)));
                  return names.length + ' of ' + marks.length + ':' + bad.map(it => it.name).join('|');
                })()
                """))
        .isEqualTo("6 of 6:");
  }
}
