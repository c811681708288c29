package io.otbench.reports.paper;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A paper view as a page whose one section can be copied into another; the template engine escapes
 * every text.
 */
final class PaperHtml {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private PaperHtml() {}

  static String render(PaperView view) {
    StringOutput html = new StringOutput();
    TEMPLATES.render("paper.jte", Map.of("view", view, "grids", PaperGrids.of(view)), html);
    return html.toString()
        .codePoints()
        .mapToObj(point -> point < 128 ? Character.toString(point) : "&#" + point + ";")
        .collect(Collectors.joining());
  }
}
