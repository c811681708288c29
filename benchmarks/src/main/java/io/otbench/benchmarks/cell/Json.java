package io.otbench.benchmarks.cell;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one way records are written as JSON here: their components and nothing else. */
public final class Json {

  /** Strict both ways: no unknown key, no null for a number, no text for a number. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          // A method isConvex() of a configuration record is not a component of it.
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          // A reference solver has nothing to set.
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  /** One line of JSON. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          value.getClass().getName() + " cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a line written by {@link #line}. What may be empty may be missing, as in lines of earlier
   * versions; nothing else may.
   *
   * @throws IllegalArgumentException for anything else, also for {@code null}
   */
  public static <T> T read(String line, Class<T> type) {
    try (JsonParser parser = MAPPER.createParser(line)) {
      return read(parser, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a %s: %s (%s)".formatted(type.getSimpleName(), line, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("no text ends while it is read", e);
    }
  }

  /**
   * The same of the next value of a longer text.
   *
   * @throws JsonProcessingException for anything else, also for {@code null} and for the end
   */
  public static <T> T read(JsonParser parser, Class<T> type) throws IOException {
    T value =
        MAPPER
            .readerFor(type)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .readValue(parser);
    if (value == null) {
      throw MismatchedInputException.from(parser, type, "there is none");
    }
    return value;
  }

  /** One line with sorted keys at every level, so that equal content is equal text. */
  public static String canonical(JsonNode tree) {
    // Only maps are sorted by the mapper, trees keep the order they were made in.
    return line(MAPPER.convertValue(tree, Object.class));
  }
}
