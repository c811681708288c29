package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The profiles by name, in the order of {@code profiles.yaml}. */
public final class Profiles {

  private static final String RESOURCE = "profiles.yaml";

  private final Map<String, Profile> byName;

  private Profiles(Map<String, Profile> byName) {
    this.byName = byName;
  }

  /** The profiles that come with the suite. */
  public static Profiles load() {
    try (InputStream in =
        Objects.requireNonNull(Profiles.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " is part of the program and must be readable", e);
    }
  }

  /** Reads profiles from YAML, anchors and all; unknown and missing keys are refused. */
  static Profiles read(InputStream yaml) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    JsonNode tree = YamlTree.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    return new Profiles(
        mapper.readerFor(new TypeReference<LinkedHashMap<String, Profile>>() {}).readValue(tree));
  }

  /** All of them. */
  public Map<String, Profile> all() {
    return java.util.Collections.unmodifiableMap(byName);
  }

  /**
   * The profile of a name as it holds for a benchmark.
   *
   * @param place where the user wrote the name
   * @throws UsageException listing the known names when there is none
   */
  public BenchmarkProfile get(String name, String benchmark, String place) {
    Profile found = byName.get(name);
    if (found == null) {
      throw new UsageException(NearestName.message("profile", name, place, byName.keySet()));
    }
    return found.on(name, benchmark);
  }
}
