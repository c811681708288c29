package io.otbench.solvers.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Named random streams of one seed. A stream depends only on the seed and the chain of names that
 * leads to it, never on the order in which streams are asked for, and streams of different names
 * share no state. The process-wide generator of the engine is never used.
 */
public final class RandomStreams {

  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final String path;

  private RandomStreams(String path) {
    this.path = path;
  }

  /** The root of all streams of a seed; every value is a seed, 0 too. */
  public static RandomStreams ofSeed(long seed) {
    return new RandomStreams(Long.toString(seed));
  }

  /** The streams below a name, such as a problem or a solver. */
  public RandomStreams below(String name) {
    // The length keeps the names "a/b" and "a", "b" apart.
    return new RandomStreams(path + "/" + name.length() + ":" + name);
  }

  /** The stream of a name, from its start. */
  public RandomGenerator stream(String name) {
    byte[] seed = sha256(below(name).path);
    // Java 17 extends the sign of a seed byte over those before it, later versions do not: with 7
    // bits a byte the seed is whole and the same on all of them.
    for (int i = 0; i < seed.length; i++) {
      seed[i] &= 0x7f;
    }
    return ALGORITHM.create(seed);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
