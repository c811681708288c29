package io.otbench.reports.paper;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as LaTeX that prints it, for pdflatex with the encodings utf8 and T1. Letters that its
 * standard fonts lack are printed as their code point, such as {@code U+4E2D}, so that every name
 * compiles.
 */
final class LatexText {
  private static final Map<Integer, String> SPECIAL =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '\'', "\\textquotesingle{}"),
          Map.entry((int) '`', "\\textasciigrave{}"),
          // Two hyphens in a row would become a dash.
          Map.entry((int) '-', "-{}"),
          Map.entry((int) '±', "\\textpm{}"),
          Map.entry((int) '×', "\\texttimes{}"),
          Map.entry((int) '–', "\\textendash{}"),
          Map.entry((int) '—', "\\textemdash{}"),
          Map.entry((int) '‘', "\\textquoteleft{}"),
          Map.entry((int) '’', "\\textquoteright{}"),
          Map.entry((int) '“', "\\textquotedblleft{}"),
          Map.entry((int) '”', "\\textquotedblright{}"),
          Map.entry((int) '…', "\\ldots{}"));

  /** Letters of the alphabet of Greek that have a command of their own name. */
  private static final Pattern GREEK =
      Pattern.compile(
          "GREEK (SMALL LETTER (?:ALPHA|BETA|GAMMA|DELTA|EPSILON|ZETA|ETA|THETA|IOTA|KAPPA|MU|NU|XI"
              + "|PI|RHO|SIGMA|TAU|UPSILON|PHI|CHI|PSI|OMEGA)"
              + "|CAPITAL LETTER (?:GAMMA|DELTA|THETA|XI|PI|SIGMA|UPSILON|PHI|PSI|OMEGA))");

  /** Of two commas in a row the encoding T1 makes a quotation mark; one stays as it is. */
  private static final Pattern TWO_COMMAS = Pattern.compile(",(?=,)");

  private static final int LAST_ASCII = 0x7E;
  private static final int FIRST_LATIN_LETTER = 0xC0;
  private static final int LAST_LATIN_LETTER = 0xFF;

  private LatexText() {}

  static String of(String text) {
    return TWO_COMMAS
        .matcher(text.codePoints().mapToObj(LatexText::of).collect(Collectors.joining()))
        .replaceAll(",{}");
  }

  private static String of(int point) {
    String special = SPECIAL.get(point);
    if (special != null) {
      return special;
    }
    if (point >= ' ' && point <= LAST_ASCII
        || point >= FIRST_LATIN_LETTER && point <= LAST_LATIN_LETTER) {
      return Character.toString(point);
    }
    return greek(point).orElseGet(() -> "U+%04X".formatted(point));
  }

  private static Optional<String> greek(int point) {
    Matcher name = GREEK.matcher(String.valueOf(Character.getName(point)));
    if (!name.matches()) {
      return Optional.empty();
    }
    String letter = name.group(1).substring(name.group(1).lastIndexOf(' ') + 1);
    String command =
        name.group(1).startsWith("SMALL")
            ? letter.toLowerCase(Locale.ROOT)
            : letter.charAt(0) + letter.substring(1).toLowerCase(Locale.ROOT);
    return Optional.of("\\ensuremath{\\" + command + "}");
  }
}
