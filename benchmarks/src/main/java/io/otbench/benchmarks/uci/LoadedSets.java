package io.otbench.benchmarks.uci;

import io.otbench.benchmarks.suite.DataOptions;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sets that this process has read. A plan asks for a set once for every problem, a worker once
 * for every cell; large ones make room when memory runs short.
 */
final class LoadedSets {

  /** Without a name: the table of the options. */
  private record Key(String name, DataOptions options) {}

  private static final Map<Key, SoftReference<LoadedSet>> LOADED = new HashMap<>();

  private LoadedSets() {}

  static synchronized LoadedSet get(String name, DataOptions options, Supplier<LoadedSet> loading) {
    Key key = new Key(name, options);
    SoftReference<LoadedSet> known = LOADED.get(key);
    @Nullable LoadedSet found = known == null ? null : known.get();
    if (found == null) {
      found = loading.get();
      LOADED.put(key, new SoftReference<>(found));
    }
    return found;
  }
}
