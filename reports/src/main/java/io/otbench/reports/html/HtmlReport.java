package io.otbench.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Turns a page into HTML; every text of the page is escaped by the template engine. */
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  /** The whole page with its style and figures. */
  public static String render(ReportPage page) {
    StringOutput html = new StringOutput();
    TEMPLATES.render("report.jte", page, html);
    return html.toString();
  }
}
