package io.otbench.reports.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made with and on: environment.json.
 *
 * @param suiteVersion version of this suite
 * @param commit source commit
 * @param dirty whether the sources had changes that are not in the commit
 * @param jdk version of the Java platform
 * @param jvm name and version of the virtual machine
 * @param djl version of DJL
 * @param libtorch version of libtorch
 * @param os name, version and architecture of the operating system
 * @param cpuModel model name of the processor
 * @param cores processors that the run may use
 * @param memoryMib physical memory in MiB
 * @param workers worker processes at a time
 * @param threadsPerWorker intra-op threads of each worker
 * @param commandLine the command that repeats the run
 * @param started when the run began
 * @param codeFingerprint hash of the classes that ran
 * @param cellsOfOtherBuilds cells of the folder that other classes made
 * @param cellsOfOtherMachines cells of the folder that another kind of machine ran
 */
public record RunEnvironment(
    String suiteVersion,
    String commit,
    boolean dirty,
    String jdk,
    String jvm,
    String djl,
    String libtorch,
    String os,
    String cpuModel,
    int cores,
    long memoryMib,
    int workers,
    int threadsPerWorker,
    String commandLine,
    Instant started,
    String codeFingerprint,
    int cellsOfOtherBuilds,
    int cellsOfOtherMachines) {

  /** Missing in files of versions that did not know of mixed folders. */
  private static final List<String> COUNTS =
      List.of("cells_of_other_builds", "cells_of_other_machines");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * Reads environment.json; keys of later versions are passed over.
   *
   * @throws IllegalArgumentException if the file is not JSON or lacks a key
   */
  public static RunEnvironment read(Path file) throws IOException {
    try {
      JsonNode tree = JSON.readTree(Files.readString(file));
      if (!(tree instanceof ObjectNode keys)) {
        throw unusable(file, "it is no map of keys", null);
      }
      COUNTS.stream().filter(count -> !keys.has(count)).forEach(count -> keys.put(count, 0));
      return JSON.treeToValue(tree, RunEnvironment.class);
    } catch (JsonProcessingException e) {
      throw unusable(file, e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw unusable(file, "it is no text in UTF-8", e);
    }
  }

  private static IllegalArgumentException unusable(
      Path file, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%s must describe the environment of a run: %s; without it the machine counts as unknown"
            .formatted(file, why),
        cause);
  }

  /** The same with other numbers of cells of other builds and of other machines. */
  public RunEnvironment withCellsOfOthers(int builds, int machines) {
    return new RunEnvironment(
        suiteVersion,
        commit,
        dirty,
        jdk,
        jvm,
        djl,
        libtorch,
        os,
        cpuModel,
        cores,
        memoryMib,
        workers,
        threadsPerWorker,
        commandLine,
        started,
        codeFingerprint,
        builds,
        machines);
  }

  /** Writes environment.json; a former file is replaced as a whole. */
  public void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, JSON.writeValueAsString(this) + "\n");
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
