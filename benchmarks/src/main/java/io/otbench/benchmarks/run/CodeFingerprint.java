package io.otbench.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identity of the code that makes numbers: SHA-256 over the classes and resources of solvers,
 * datasets and benchmarks, the same whether they are run from folders or from jars, and over all of
 * the jars of plug-ins. Reports are left out: they only draw.
 */
final class CodeFingerprint {

  private static final List<String> PACKAGES =
      List.of("io/otbench/solvers/", "io/otbench/datasets/", "io/otbench/benchmarks/");

  private CodeFingerprint() {}

  /**
   * The fingerprint of a program.
   *
   * @param classPath its folders and jars, in order
   * @param plugins those of them whose whole content counts
   */
  static String of(List<Path> classPath, List<Path> plugins) {
    Map<String, byte[]> contents = new TreeMap<>();
    try {
      for (Path entry : classPath) {
        if (plugins.contains(entry)) {
          contents.put("plugins/" + entry.getFileName(), Files.readAllBytes(entry));
        } else if (Files.isDirectory(entry)) {
          addFolder(contents, entry);
        } else if (entry.getFileName().toString().startsWith("otbench-")) {
          addJar(contents, entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MessageDigest digest = sha256();
    contents.forEach(
        (name, bytes) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addFolder(Map<String, byte[]> contents, Path folder) throws IOException {
    for (String part : PACKAGES) {
      Path start = folder.resolve(part);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            contents.putIfAbsent(name, Files.readAllBytes(file));
          }
        }
      }
    }
  }

  private static void addJar(Map<String, byte[]> contents, Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        if (PACKAGES.stream().anyMatch(entry.getName()::startsWith)) {
          try (InputStream in = zip.getInputStream(entry)) {
            contents.putIfAbsent(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
