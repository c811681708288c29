package io.otbench.reports.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Puts panels side by side under a title and the names of the lines that all of them have. */
final class PanelLayout {
  private static final int COLUMNS = 4;
  private static final int KEY = 20;
  private static final int KEY_MARK = 18;
  private static final int KEYS_PER_PANEL = 2;
  private static final int GAP = 14;
  private static final int TITLE = 30;
  private static final int HEADING = 38;
  private static final int NOTE = 16;
  private static final int STEP_X = MapChart.SIDE + GAP;
  private static final int STEP_Y = HEADING + MapChart.SIDE + NOTE + GAP;
  private static final Color INK = new Color(0x222222);
  private static final Color MUTED = new Color(0x5B6570);
  private static final Color EMPTY = new Color(0xF5F6F8);
  private static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font NAME_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 14);
  private static final Font TEXT_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private final Graphics2D g;

  private PanelLayout(Graphics2D g) {
    this.g = g;
  }

  /** A line that all panels have. */
  record Key(String name, Color colour) {}

  /** A sheet of panels that say themselves what they show. */
  static PanelSheet sheet(String title, List<Panel> panels) {
    return sheet(title, panels, COLUMNS, List.of());
  }

  /**
   * A sheet.
   *
   * @param most panels in a row at most
   * @param keys what the colours in all panels stand for; may be empty
   */
  static PanelSheet sheet(String title, List<Panel> panels, int most, List<Key> keys) {
    int columns = Math.min(most, panels.size());
    int rows = (panels.size() + most - 1) / most;
    int width = GAP + columns * STEP_X;
    int keysInRow = Math.max(1, columns * KEYS_PER_PANEL);
    int top = GAP + TITLE + (keys.size() + keysInRow - 1) / keysInRow * KEY;
    int height = top + rows * STEP_Y;
    BufferedImage image =
        new BufferedImage(
            width * PanelSheet.SCALE, height * PanelSheet.SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(PanelSheet.SCALE, PanelSheet.SCALE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    PanelLayout layout = new PanelLayout(g);
    layout.text(title, TITLE_FONT, INK, GAP, GAP + 16, width - 2 * GAP);
    for (int i = 0; i < keys.size(); i++) {
      layout.key(
          keys.get(i),
          GAP + i % keysInRow * (STEP_X / KEYS_PER_PANEL),
          GAP + TITLE + i / keysInRow * KEY);
    }
    for (int i = 0; i < panels.size(); i++) {
      Graphics2D own = (Graphics2D) g.create();
      own.translate(GAP + i % most * STEP_X, top + i / most * STEP_Y);
      new PanelLayout(own).draw(panels.get(i));
      own.dispose();
    }
    g.dispose();
    return new PanelSheet(image);
  }

  private void key(Key key, int x, int y) {
    g.setColor(key.colour());
    g.fillRect(x, y + 4, KEY_MARK, 4);
    text(key.name(), TEXT_FONT, INK, x + KEY_MARK + 6, y + 10, STEP_X / KEYS_PER_PANEL - 30);
  }

  private void draw(Panel panel) {
    g.setColor(panel.colour());
    g.fill(new Ellipse2D.Double(1, 5, 10, 10));
    text(panel.name(), NAME_FONT, INK, 16, 15, MapChart.SIDE - 16);
    text(panel.numbers(), TEXT_FONT, MUTED, 0, 31, MapChart.SIDE);
    Graphics2D below = (Graphics2D) g.create();
    below.translate(0, HEADING);
    if (panel.chart().isPresent()) {
      panel.chart().get().paint(below, MapChart.SIDE, MapChart.SIDE);
      text(panel.words(), TEXT_FONT, MUTED, 0, HEADING + MapChart.SIDE + 13, MapChart.SIDE);
    } else {
      new PanelLayout(below).words(panel.words());
    }
    below.dispose();
  }

  private void words(String words) {
    int side = MapChart.SIDE - 2;
    g.setColor(EMPTY);
    g.fillRect(1, 1, side, side);
    g.setColor(MapChart.FRAME);
    g.setStroke(new BasicStroke(1));
    g.drawRect(1, 1, side - 1, side - 1);
    int y = GAP + TEXT_FONT.getSize();
    int lineHeight = g.getFontMetrics(TEXT_FONT).getHeight();
    for (String line : wrapped(words, side - 2 * GAP)) {
      if (y > side - GAP) {
        break;
      }
      text(line, TEXT_FONT, INK, GAP, y, side - 2 * GAP);
      y += lineHeight;
    }
  }

  private List<String> wrapped(String words, int width) {
    FontMetrics metrics = g.getFontMetrics(TEXT_FONT);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A text that is too wide ends in dots. */
  private void text(String text, Font font, Color colour, int x, int y, int width) {
    FontMetrics metrics = g.getFontMetrics(font);
    int letters = text.codePointCount(0, text.length());
    String shown = text;
    while (letters > 0 && metrics.stringWidth(shown) > width) {
      letters--;
      shown = text.substring(0, text.offsetByCodePoints(0, letters)) + "…";
    }
    g.setFont(font);
    g.setColor(colour);
    g.drawString(shown, x, y);
  }
}
