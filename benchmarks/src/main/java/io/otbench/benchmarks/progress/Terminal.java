package io.otbench.benchmarks.progress;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether someone watches. */
final class Terminal {

  private Terminal() {}

  /** Whether bars can be drawn: a terminal that moves its cursor. */
  @SuppressWarnings("SystemConsoleNull") // Null before Java 22; isTerminal covers the rest.
  static boolean isInteractive() {
    Console console = System.console();
    return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
  }

  /** Since Java 22 there can be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
