package io.otbench.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.otbench.reports.charts.Figure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a page into HTML; every text of the page is escaped by the template engine. */
public final class HtmlReport {
  /** A page of more bytes is slow to send and to open. */
  public static final int MOST_BYTES = 3 * 1024 * 1024;

  /** Left free, for the difference between a picture and the link that stands for it. */
  private static final int SPARE = 32 * 1024;

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  /**
   * The whole page with its style, scripts and as many figures as have room in {@link #MOST_BYTES};
   * the others are links to the files in {@code charts/}.
   */
  public static String render(ReportPage page, List<Figure> figures) {
    int bare = render(page).getBytes(StandardCharsets.UTF_8).length;
    return render(page.with(InlinePictures.within(MOST_BYTES - SPARE - bare, figures)));
  }

  private static String render(ReportPage page) {
    StringOutput html = new StringOutput();
    TEMPLATES.render("report.jte", page, html);
    return html.toString();
  }
}
