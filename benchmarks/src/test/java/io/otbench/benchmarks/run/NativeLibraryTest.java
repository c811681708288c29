package io.otbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otbench.benchmarks.suite.UsageException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {

  private static final ClassLoader EMPTY =
      new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Windows 11, amd64, win-x86_64",
    "Mac OS X, x86_64, osx-x86_64",
  })
  void namesThePlatform(String os, String arch, String platform) {
    assertThat(NativeLibrary.platform(os, arch)).isEqualTo(platform);
  }

  @Test
  void theLibraryOfThisMachineIsThere() {
    assertThatCode(NativeLibrary::check).doesNotThrowAnyException();
  }

  @Test
  void aMissingLibraryNamesThePlatformAndTheBuild() {
    assertThatThrownBy(() -> NativeLibrary.check(EMPTY, "linux-aarch64"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "libtorch for linux-aarch64 is not on the class path (found: none);"
                + " build with mvn -Dnative.classifier=linux-aarch64");
  }

  @Test
  void aPlatformWithoutLibraryIsSaidSo() {
    assertThatThrownBy(() -> NativeLibrary.check(EMPTY, "osx-x86_64"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "there is no libtorch for this platform, osx-x86_64; it exists for linux-x86_64,"
                + " linux-aarch64, osx-aarch64, win-x86_64");
  }
}
