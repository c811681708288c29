package io.otbench.reports.regression;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A comparison as a JUnit report, which continuous integration shows as tests: a suite per
 * benchmark, a test per number and per cell that changed its state.
 */
public final class JUnitXml {
  private static final int REPLACEMENT = 0xFFFD;

  private JUnitXml() {}

  /** The document. */
  public static String of(RunComparison comparison) {
    Map<String, List<Case>> suites =
        Stream.concat(
                comparison.changes().stream().map(Case::of),
                comparison.cellChanges().stream().map(Case::of))
            .collect(
                Collectors.groupingBy(
                    it -> it.place().benchmark(), LinkedHashMap::new, Collectors.toList()));
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
        write(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a JUnit report could not be written to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void write(XMLStreamWriter xml, String benchmark, List<Case> cases)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute(xml, "name", "compare " + benchmark);
    attribute(xml, "tests", String.valueOf(cases.size()));
    attribute(xml, "failures", count(cases, Result.FAILURE));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", count(cases, Result.SKIPPED));
    attribute(xml, "time", "0");
    for (Case one : cases) {
      xml.writeStartElement("testcase");
      attribute(xml, "classname", benchmark + "." + one.place().problem());
      attribute(xml, "name", one.place().solver() + " " + one.name());
      attribute(xml, "time", "0");
      if (one.result() != Result.PASSED) {
        xml.writeStartElement(one.result() == Result.FAILURE ? "failure" : "skipped");
        attribute(xml, "message", one.message());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String count(List<Case> cases, Result result) {
    return String.valueOf(cases.stream().filter(it -> it.result() == result).count());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** XML has no place for most control characters, not even escaped; messages may have them. */
  private static String legal(String text) {
    return text.codePoints()
        .map(it -> isLegal(it) ? it : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || (character >= ' ' && character < 0xD800)
        || (character >= 0xE000 && character < 0xFFFE)
        || character > 0xFFFF;
  }

  private enum Result {
    PASSED,
    FAILURE,
    SKIPPED
  }

  private record Case(Place place, String name, Result result, String message) {

    static Case of(Change change) {
      Result result =
          switch (change.outcome()) {
            case REGRESSION -> Result.FAILURE;
            case NOT_JUDGED -> Result.SKIPPED;
            case IMPROVEMENT, NOISE, IDENTICAL -> Result.PASSED;
          };
      return new Case(change.place(), change.metric(), result, change.text());
    }

    static Case of(CellChange change) {
      return new Case(
          change.place(),
          // The message behind it may be another every time.
          "cell: " + change.text().split(": ", 2)[0],
          change.regression() ? Result.FAILURE : Result.PASSED,
          change.text());
    }
  }
}
