package io.otbench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.otbench.reports.MatrixRun;
import io.otbench.reports.ReportWriter;
import io.otbench.reports.TestTool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page works in a real browser. */
class PageInBrowserTest {
  private static final String AWKWARD = "<script>alert(\"x\")</script>, Ωπ’s";
  private static final List<String> SOLVERS =
      List.of("identity", "linear", "implicit", "w2gn", AWKWARD, "unlucky");
  private static final List<String> PROBLEMS = List.of("matrix-2", "matrix-4", "<b>&odd");

  /** Lines of the table that are seen, without details. */
  private static final String SEEN =
      "[...document.querySelectorAll('#cell-table tbody tr:not(.detail)')].filter(row => !row.hidden)";

  @TempDir static Path temp;
  private static Chromium browser;
  private static Path page;

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> program = Chromium.program();
    TestTool.needs(
        program.isPresent(), "the page can be tried where the path has chromium or google-chrome");
    new MatrixRun(temp.resolve("run"), SOLVERS, PROBLEMS, 3).write();
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
    browser.prefer("prefers-color-scheme", "light");
    browser.open(page.toUri());
  }

  @AfterEach
  void nothingIsComplainedAboutOrAskedFor() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void chartsDrawEveryShownSolver() {
    assertThat(browser.number("document.querySelectorAll('#costs svg path').length"))
        .isGreaterThan(6);
    String colours =
        "new Set([...document.querySelectorAll('#%s svg path')]"
            + ".flatMap(it => [it.getAttribute('fill'), it.getAttribute('stroke')]).map(String))";
    for (String chart : List.of("tradeoff", "curves", "costs")) {
      assertThat(browser.holds(colours.formatted(chart) + ".has('#0072b2')")).as(chart).isTrue();
    }

    browser.value(
        "[...document.querySelectorAll('#solvers label')]"
            + ".find(it => it.textContent === 'implicit').querySelector('input').click()");

    for (String chart : List.of("tradeoff", "curves", "costs")) {
      browser.waitUntil("!" + colours.formatted(chart) + ".has('#0072b2')");
      assertThat(browser.holds(colours.formatted(chart) + ".has('#d55e00')")).as(chart).isTrue();
    }
  }

  @Test
  void axesOfChartsCanBeSwitched() {
    String texts =
        "[...document.querySelectorAll('#%s svg text')].map(it => it.textContent).join('|')";
    assertThat(browser.text(texts.formatted("tradeoff"))).contains("training time, s");
    choose("tradeoff-x", "samples");
    browser.waitUntil(texts.formatted("tradeoff") + ".includes('samples')");
    choose("tradeoff-y", "backward UVP, percent");
    browser.waitUntil(texts.formatted("tradeoff") + ".includes('backward UVP')");
    assertThat(browser.text(texts.formatted("tradeoff"))).contains("|0.1|");
    browser.value("byId('tradeoff-log-y').click()");
    browser.waitUntil("!" + texts.formatted("tradeoff") + ".includes('|0.01|')");
    choose("curve-x", "steps");
    browser.waitUntil(texts.formatted("curves") + ".includes('steps')");
    choose("curve-x", "network passes, percent");
    browser.waitUntil(texts.formatted("curves") + ".includes('network passes')");
    assertThat(browser.text("byId('curve-note').textContent"))
        .contains("Solvers that do not count their passes are left out");
    choose("tradeoff-x", "network passes, percent");
    browser.waitUntil(texts.formatted("tradeoff") + ".includes('network passes')");
    assertThat(browser.text("byId('tradeoff-note').textContent")).contains("Not drawn");
    choose("cost", "network passes, percent");
    browser.waitUntil(texts.formatted("costs") + ".includes('network passes')");
    choose("problem", "<b>&odd");
    assertThat(browser.text("byId('curves').getAttribute('aria-label')")).contains("<b>&odd");
  }

  @Test
  void whatALogarithmicAxisCannotShowIsCounted() {
    String setErrors =
        "report.cells.filter(cell => cell.values && report.groups[cell.group].label === '%s'"
            + " && report.groups[cell.group].problem === 0 && cell.seed <= %d)"
            + ".forEach(cell => { cell.values[1] = %s; })";
    String note = "byId('tradeoff-note').textContent";
    String sentence = " Not drawn, for want of a number above zero: ";
    assertThat(browser.text(note)).doesNotContain("Not drawn");

    browser.value(setErrors.formatted("w2gn", 3, "-1"));
    browser.value(setErrors.formatted("implicit", 1, "0"));
    browser.value("byId('tradeoff-log-x').click()");
    browser.waitUntil(note + ".includes('Not drawn')");
    // Only the axis that goes up is logarithmic now.
    assertThat(browser.holds("byId('tradeoff-log-x').checked")).isFalse();
    assertThat(browser.text(note)).endsWith(sentence + "1 seed of implicit, w2gn.");

    browser.value("byId('tradeoff-log-y').click()");
    browser.waitUntil("!" + note + ".includes('Not drawn')");
    browser.value("byId('tradeoff-log-x').click()");
    assertThat(browser.text(note)).doesNotContain("Not drawn");
  }

  @Test
  void bandsReachFromTheLowestToTheHighestSeed() {
    assertThat(
            browser.number(
                "document.querySelectorAll('#curves svg path[fill-opacity=\"0.18\"]').length"))
        .isPositive();
    assertThat(browser.text("byId('curve-note').textContent")).contains("bands reach");
    String points =
        "JSON.stringify(band([[{step: 1, x: 2, y: 3}, {step: 2, x: 4, y: 5}, {step: 3, x: 6, y: 9}],"
            + "[{step: 1, x: 4, y: 7}, {step: 2, x: 8, y: 1}]], false, false))";
    assertThat(browser.text(points))
        .isEqualTo(
            "[{\"x\":3,\"y\":5,\"low\":3,\"high\":7},{\"x\":6,\"y\":3,\"low\":1,\"high\":5}]");
    String logarithmic =
        "band([[{step: 1, x: 2, y: 1}, {step: 2, x: 2, y: 4}], [{step: 1, x: 2, y: 4},"
            + " {step: 2, x: 2, y: 9}]], false, true).map(it => it.y.toFixed(9)).join(' ')";
    assertThat(browser.text(logarithmic)).isEqualTo("2.000000000 6.000000000");
  }

  /** The numbers of {@code PaperFiguresTest.bandsReachFromTheLeastSeedToTheGreatest}. */
  @Test
  void bandOnLogarithmicAxesIsThatOfAFigureForPapers() {
    String band =
        "band([[{step: 10, x: 1, y: 2}, {step: 20, x: 2, y: 3}], [{step: 10, x: 4, y: 8},"
            + " {step: 20, x: 8, y: 3}]], true, true)"
            + ".map(it => [it.x, it.y, it.low, it.high].map(n => n.toFixed(6)).join(' ')).join('; ')";

    assertThat(browser.text(band))
        .isEqualTo("2.000000 4.000000 2.000000 8.000000; 4.000000 3.000000 3.000000 3.000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "values.forEach((v, i) => { if (i > 0) { values[i] = null; } })"
            + "| One point per seed, as each was measured once: implicit.",
        "values.forEach((v, i) => { if (i % 3 !== cell.seed % 3) { values[i] = null; } })"
            + "| One line per seed, for want of two common steps among those this page has room for: implicit.",
        "values.forEach((v, i) => { if (i % 3 === cell.seed % 3) { values[i] = 0; } })"
            + "| One line per seed, for want of two common steps at which all are above zero: implicit."
      })
  void whatHasNoMeanIsSaidWithItsReason(String change, String sentence) {
    browser.value(
        "report.cells.filter(cell => cell.curve && report.groups[cell.group].label === 'implicit')"
            + ".forEach(cell => { const values = cell.curve.metrics[byId('curve-y').value]; %s; })"
                .formatted(change));
    browser.value("charts.draw(byId('curves'))");

    assertThat(browser.text("byId('curve-note').textContent")).endsWith(sentence);
  }

  @Test
  void axisHoldsTheWholeBand() {
    browser.value(
        "report.cells.filter(cell => cell.curve && cell.seed === 2 && report.groups[cell.group].label === 'implicit')"
            + ".forEach(cell => { const values = cell.curve.metrics[byId('curve-y').value]; values[4] = 3e4; values[5] = 2e-6; })");
    browser.value("charts.draw(byId('curves'))");

    assertThat(
            browser.text(
                "(({min, max}) => [min, max].map(it => it.toExponential(0)).join(' '))(convergence().yAxis)"))
        .isEqualTo("1e-6 1e+5");
  }

  @Test
  void levelsOfReferencesAreMeansOfTheSameKindAsCurves() {
    browser.value(
        "report.cells.filter(cell => report.groups[cell.group].label === 'linear')"
            + ".forEach(cell => { delete cell.curve; cell.values[1] = [1, 10, 1000][cell.seed - 1]; })");
    String level =
        "convergence().series.find(it => it.name === 'linear, for reference').data[0][1].toFixed(3)";

    assertThat(browser.text(level)).isEqualTo("21.544");
    browser.value("byId('curve-log-y').click()");
    assertThat(browser.text(level)).isEqualTo("337.000");
  }

  @Test
  void namesWithNumbersAreSortedByTheirNumbers() {
    browser.value(
        "cells.rows.forEach((row, i) => { row.cells[1].textContent = ['g-16', 'g-2', 'g-32', 'g-4'][i % 4]; })");
    browser.value("document.querySelectorAll('#cell-table thead button')[1].click()");

    assertThat(
            browser.text("[...new Set(" + SEEN + ".map(row => row.cells[1].textContent))].join()"))
        .isEqualTo("g-2,g-4,g-16,g-32");
  }

  @Test
  void aRunWithoutCurvesSaysSoInsteadOfAnEmptyChart() throws IOException {
    Path run = temp.resolve("without-curves");
    new MatrixRun(run, List.of("linear", "mine", "unlucky"), List.of("one"), 1).write();
    Files.delete(run.resolve("curves.csv"));
    browser.open(ReportWriter.write(run).toUri());

    assertThat(browser.text("byId('curve-note').textContent"))
        .isEqualTo("No cell of this run has a training curve.");
    assertThat(
            browser.number("byId('curves').clientHeight + byId('curve-x').getClientRects().length"))
        .isZero();
    assertThat(browser.number("charts.drawn.size")).isEqualTo(2);
  }

  @Test
  void tableIsSortedByNumbersAndWordsWithTheKeyboard() {
    String values = SEEN + ".map(row => row.cells[5].dataset.v)";
    browser.value("document.querySelectorAll('#cell-table thead button')[5].focus()");
    browser.press("Enter");
    browser.waitUntil(
        "document.querySelectorAll('#cell-table thead th')[5].ariaSort === 'ascending'");
    String ordered =
        "(v => v.filter(x => x !== '').every((x, i, all) => i === 0 || %s)"
            + " && v.slice(v.indexOf('')).every(x => x === ''))("
            + values
            + ")";
    assertThat(browser.holds(ordered.formatted("Number(all[i - 1]) <= Number(x)"))).isTrue();
    browser.press("Enter");
    browser.waitUntil(
        "document.querySelectorAll('#cell-table thead th')[5].ariaSort === 'descending'");
    assertThat(browser.holds(ordered.formatted("Number(all[i - 1]) >= Number(x)"))).isTrue();

    browser.value("document.querySelectorAll('#cell-table thead button')[2].click()");
    assertThat(browser.text(SEEN + "[0].cells[2].textContent")).isEqualTo(AWKWARD);
    assertThat(browser.text("document.querySelectorAll('#cell-table thead th')[5].ariaSort"))
        .isEqualTo("none");
  }

  @Test
  void tableIsFilteredByWordsAndChoices() {
    assertThat(browser.number(SEEN + ".length")).isEqualTo(54);
    type("find", "matrix-4 W2GN");
    assertThat(browser.number(SEEN + ".length")).isEqualTo(3);
    assertThat(browser.text("byId('found').textContent")).isEqualTo("3 of 54 cells");
    // The end of one column and the beginning of the next are no word.
    type("find", "matrix-4w2gn");
    assertThat(browser.number(SEEN + ".length")).isZero();
    type("find", "");
    choose("find-status", "out_of_memory");
    assertThat(browser.text(SEEN + ".map(row => row.cells[4].textContent).join()"))
        .isEqualTo("out_of_memory");
    choose("find-status", "all");
    choose("find-solver", AWKWARD);
    assertThat(browser.number(SEEN + ".length")).isEqualTo(9);
  }

  @Test
  void detailsOfACellAreBuiltOnDemand() {
    browser.value("document.querySelector('#cell-6 button').focus()");
    browser.press("Enter");
    browser.waitUntil("document.querySelector('.detail svg path') !== null");
    String detail = browser.text("document.querySelector('.detail').textContent");
    assertThat(detail)
        .contains("<b>&odd, " + AWKWARD + ", seed 1: ok", "\"solver\": \"</script><b>\"")
        .contains("otbench run \"<a&b>\" --seeds 3", "cycle error, percent")
        .contains(
            "otbench reproduce '<b>&odd/" + AWKWARD + "/1' --run " + temp.resolve("run") + "With");
    browser.press("Enter");
    browser.waitUntil("!document.querySelector('.detail')");
    assertThat(browser.number("charts.drawn.size")).isEqualTo(3);

    browser.open(URI.create(page.toUri() + "#cell-14"));
    browser.waitUntil("document.querySelector('#cell-14 + .detail') !== null");
    assertThat(browser.text("document.querySelector('.detail').textContent"))
        .contains(
            "unlucky, seed 3: skipped",
            "why \"it\" ended, <i>at step 3</i> & no later: Ωπ’s",
            "otbench reproduce '<b>&odd/unlucky/3' --run ");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 800, 1600})
  void nothingIsWiderThanTheWindow(int width) {
    browser.resize(width, 900);
    browser.value("document.querySelector('#cell-6 button').click()");
    browser.value("document.querySelectorAll('details').forEach(it => { it.open = true; })");
    browser.waitUntil("document.querySelector('#tradeoff svg').clientWidth <= " + width);
    assertThat(browser.number("document.scrollingElement.scrollWidth")).isLessThanOrEqualTo(width);
    // What overflows outside a box that can be scrolled is cut off and cannot be read.
    assertThat(
            browser.text(
                "[...document.querySelectorAll('main *')].filter(it => !it.closest('.scroll, .card, svg, pre')"
                    + " && it.getBoundingClientRect().right > innerWidth + 1).map(it => it.outerHTML.slice(0, 80)).join()"))
        .isEmpty();
    assertThat(browser.text(outsideOfChart())).isEmpty();
  }

  /** Texts of charts that stand outside their drawing. */
  private static String outsideOfChart() {
    return "[...document.querySelectorAll('.chart svg text')].filter(it => { const t = it.getBoundingClientRect(),"
        + " s = it.closest('svg').getBoundingClientRect();"
        + " return t.width > 0 && (t.left < s.left - 1 || t.right > s.right + 1); }).map(it => it.textContent).join()";
  }

  @ParameterizedTest
  @CsvSource({"light, false", "dark, false", "light, true", "dark, true"})
  void textsHaveContrast(String scheme, boolean toggled) {
    browser.prefer("prefers-color-scheme", scheme);
    browser.open(page.toUri());
    if (toggled) {
      browser.value("byId('theme').click()");
    }
    browser.value("document.querySelector('#cell-6 button').click()");
    assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") == toggled ? "rgb(246, 247, 249)" : "rgb(20, 23, 26)");
    assertThat(browser.text(LOW_CONTRAST)).isEmpty();
  }

  private static final String LOW_CONTRAST =
      """
      (() => {
        const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
        const light = (rgb) => rgb.slice(0, 3).map((p) => p / 255)
          .map((p) => p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4)
          .reduce((sum, p, i) => sum + p * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = (it) => {
          for (let e = it; e; e = e.parentElement) {
            const c = parse(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0) { return c; }
          }
          return [255, 255, 255];
        };
        const bad = [];
        for (const it of document.querySelectorAll('main *, main .chart svg text')) {
          const own = [...it.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== '');
          if (!own || it.getBoundingClientRect().width === 0) { continue; }
          const style = getComputedStyle(it);
          const a = light(parse(it.closest('svg') ? style.fill : style.color)) + 0.05;
          const b = light(ground(it)) + 0.05;
          if (Math.max(a, b) / Math.min(a, b) < 4.5) { bad.push(it.textContent.slice(0, 40)); }
        }
        return bad.join('|');
      })()
      """;

  @Test
  void withoutScriptsPicturesAndTablesAreThere() {
    browser.scripts(false);
    try {
      browser.open(page.toUri());
      assertThat(browser.number("document.querySelectorAll('#convergence img').length"))
          .isPositive();
      assertThat(browser.holds("document.querySelector('#convergence details').open")).isTrue();
      assertThat(browser.holds("document.getElementById('charts').hidden")).isTrue();
      assertThat(browser.number("document.querySelectorAll('#cell-table tbody tr').length"))
          .isEqualTo(54);
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void printingDrawsOnWhite() {
    browser.prefer("prefers-color-scheme", "dark");
    browser.open(page.toUri());
    String dark =
        "document.querySelector('#costs svg text').getAttribute('style') + document.querySelector('#costs svg text').getAttribute('fill')";
    assertThat(browser.text(dark)).doesNotContain("#000");
    browser.value("dispatchEvent(new Event('beforeprint'))");
    browser.waitUntil("(" + dark + ").includes('#000')");
    browser.value("dispatchEvent(new Event('afterprint'))");
    browser.waitUntil("!(" + dark + ").includes('#000')");
  }

  private static void choose(String id, String text) {
    browser.value(
        "(s => { s.value = [...s.options].find(o => o.textContent.trim() === %s).value;"
                .formatted(Chromium.quoted(text))
            + " s.dispatchEvent(new Event('change', {bubbles: true}));"
            + " s.dispatchEvent(new Event('input', {bubbles: true})); })(byId('%s'))"
                .formatted(id));
  }

  private static void type(String id, String text) {
    browser.value(
        "(i => { i.value = %s; i.dispatchEvent(new Event('input')); })(byId('%s'))"
            .formatted(Chromium.quoted(text), id));
  }
}
