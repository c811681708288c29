package io.otbench.benchmarks.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what libraries print into lines of the log. */
final class LineLogger extends OutputStream {

  private final Logger log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LineLogger(Logger log) {
    this.log = log;
  }

  /** A stream whose lines go to the logger {@code name}. */
  static PrintStream stream(String name) {
    return new PrintStream(
        new LineLogger(LoggerFactory.getLogger(name)), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    line.reset();
    if (!text.isEmpty()) {
      log.info(text);
    }
  }
}
