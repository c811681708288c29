package io.otbench.benchmarks.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The one way YAML is read here: anchors and all, a key twice is refused, and {@code 3e-4} is a
 * number, which YAML 1.1 takes for a text because there is no point in it.
 */
public final class YamlTree {

  private static final Pattern EXPONENT_ALONE = Pattern.compile("[-+]?[0-9]+[eE][-+]?[0-9]+");

  /** Keeps the order of keys, which has a meaning for ranges of dimensions. */
  private static final JsonMapper IN_ORDER = new JsonMapper();

  private YamlTree() {}

  /**
   * Reads a text.
   *
   * @return a null node for an empty text
   * @throws IllegalArgumentException in one line with the line of the mistake
   */
  public static JsonNode read(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    Resolver resolver = new Resolver();
    resolver.addImplicitResolver(Tag.FLOAT, EXPONENT_ALONE, "-+0123456789");
    Yaml reader =
        new Yaml(new Values(options), new Representer(dumping), dumping, options, resolver);
    try {
      // The parser of Jackson loses an anchor inside a block that has one itself.
      return IN_ORDER.valueToTree(reader.load(yaml));
    } catch (MarkedYAMLException e) {
      throw new IllegalArgumentException(
          "line %d: %s".formatted(e.getProblemMark().getLine() + 1, oneLine(e.getProblem())), e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  /** Refuses what contains itself: it has no end. */
  private static final class Values extends SafeConstructor {

    Values(LoaderOptions options) {
      super(options);
    }

    @Override
    protected Object constructObject(Node node) {
      // The reader marks what an alias inside it names.
      if (node.isTwoStepsConstruction()) {
        throw new YAMLException(
            "line %d: an alias must not stand inside what it names, here it does"
                .formatted(node.getStartMark().getLine() + 1));
      }
      return super.constructObject(node);
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
