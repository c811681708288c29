package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.suite.Suite;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class SuiteVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"otbench " + Suite.VERSION};
  }
}
