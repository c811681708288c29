package io.otbench.benchmarks.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** While it is open, everything that is logged in this JVM goes to the file of one cell. */
final class CellLog implements AutoCloseable {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(CellLog.class);

  private final Logger root;
  private final Level formerLevel;
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

  /** Opens {@code file}, a former one is written anew. */
  CellLog(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n");
    encoder.start();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setAppend(false);
    appender.setEncoder(encoder);
    appender.start();
    this.root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    this.formerLevel = root.getLevel();
    root.setLevel(Level.INFO);
    root.addAppender(appender);
  }

  /** Writes a line of the harness itself. */
  void line(String text) {
    LOG.info(text);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(formerLevel);
    appender.stop();
  }
}
