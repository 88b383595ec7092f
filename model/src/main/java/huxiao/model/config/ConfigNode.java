package huxiao.model.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping in a YAML file that remembers where each value stands. Reading is strict: call the getters for every key that is
 * allowed, then {@link #rejectUnknownKeys()}. Not thread safe.
 */
public final class ConfigNode {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private ConfigNode(String file, String path, int line) {
        this.file = file;
        this.path = path;
        this.line = line;
    }

    /**
     * Reads a file whose top is a mapping; an empty file is an empty mapping.
     *
     * @throws ConfigException when it can't be read, is not UTF-8, not YAML, or names a key twice
     */
    public static ConfigNode read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new ConfigException(file + ": not UTF-8; save the file as UTF-8", e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e + ")", e);
        }
        return parse(file.toString(), text);
    }

    /** Reads YAML text; {@code file} is only for messages. */
    public static ConfigNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setMaxAliasesForCollections(10)
                .build();
        Optional<Node> top;
        try {
            top = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new ConfigException(file + ":" + at + ": not valid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new ConfigException(file + ":1: not valid YAML: " + e.getMessage(), e);
        }
        if (top.isEmpty()) {
            return new ConfigNode(file, "", 1);
        }
        return mapping(file, "", top.get());
    }

    private static ConfigNode mapping(String file, String path, Node node) {
        int line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            throw new ConfigException(file + ":" + line + ": " + (path.isEmpty() ? "the file" : path)
                    + ": expected keys and values, found " + describe(node));
        }
        ConfigNode result = new ConfigNode(file, path, line);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ConfigException(file + ":" + lineOf(tuple.getKeyNode()) + ": a key must be a plain word");
            }
            String name = key.getValue();
            if (result.values.put(name, tuple.getValueNode()) != null) {
                throw new ConfigException(file + ":" + lineOf(key) + ": key '" + result.full(name)
                        + "' stands twice; first at line " + result.keyLines.get(name));
            }
            result.keyLines.put(name, lineOf(key));
        }
        return result;
    }

    /** Where this mapping stands, as {@code file:line}. */
    public String location() {
        return file + ":" + line;
    }

    /** All keys, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Whether the key is there and not null. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key) && !isNull(values.get(key));
    }

    /** A text that must be there. */
    public String string(String key) {
        return scalar(key).orElseThrow(() -> missing(key));
    }

    /** A text, or the default. */
    public String string(String key, String fallback) {
        return scalar(key).orElse(fallback);
    }

    /** A whole number within bounds, or the default. */
    public int integer(String key, int fallback, int min, int max) {
        Optional<String> value = scalar(key);
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw fault(key, value.get(), "a whole number from " + min + " to " + max);
        }
        throw fault(key, value.get(), "a whole number from " + min + " to " + max);
    }

    /** A number within bounds, or the default. */
    public double number(String key, double fallback, double min, double max) {
        Optional<String> value = scalar(key);
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            double number = Double.parseDouble(value.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw fault(key, value.get(), "a number from " + min + " to " + max);
        }
        throw fault(key, value.get(), "a number from " + min + " to " + max);
    }

    /** {@code true} or {@code false}, or the default. */
    public boolean bool(String key, boolean fallback) {
        Optional<String> value = scalar(key);
        if (value.isEmpty()) {
            return fallback;
        }
        return switch (value.get().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(key, value.get(), "true or false");
        };
    }

    /** A duration such as {@code 500ms}, {@code 5s}, {@code 10m}, {@code 48h}, {@code 30d}, or the default. */
    public Duration duration(String key, Duration fallback) {
        Optional<String> value = scalar(key);
        if (value.isEmpty()) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(value.get().strip());
        if (!matcher.matches()) {
            throw fault(key, value.get(), "a duration such as 500ms, 5s, 10m, 48h or 30d");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** One of an enum's constants by name, case ignored, or the default. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        Optional<String> value = scalar(key);
        return value.map(found -> constant(key, type, found)).orElse(fallback);
    }

    private <E extends Enum<E>> E constant(String key, Class<E> type, String found) {
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(found)) {
                return constant;
            }
            allowed.add(constant.name().toLowerCase(Locale.ROOT));
        }
        throw fault(key, found, "one of " + String.join(", ", allowed));
    }

    /** A list of texts; empty when the key is absent. A single text counts as a list of one. */
    public List<String> strings(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        List<String> result = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (!(item instanceof ScalarNode scalar)) {
                    throw new ConfigException(file + ":" + lineOf(item) + ": " + full(key) + ": expected a text, found "
                            + describe(item));
                }
                result.add(scalar.getValue());
            }
            return result;
        }
        throw fault(key, describe(node), "a list of texts");
    }

    /** A mapping below this one; an empty one when the key is absent. */
    public ConfigNode section(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return new ConfigNode(file, full(key), keyLines.getOrDefault(key, line));
        }
        return mapping(file, full(key), node);
    }

    /** A list of mappings; empty when the key is absent. */
    public List<ConfigNode> sections(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw fault(key, describe(node), "a list");
        }
        List<ConfigNode> result = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            result.add(mapping(file, full(key) + "[" + result.size() + "]", item));
        }
        return result;
    }

    /** Refuses every key that no getter has asked for. */
    public void rejectUnknownKeys() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw new ConfigException(file + ":" + keyLines.get(key) + ": unknown key '" + full(key)
                        + "'; allowed: " + String.join(", ", asked));
            }
        }
    }

    /** A fault at a key, for checks that only the caller can make. */
    public ConfigException fault(String key, String found, String allowed) {
        return new ConfigException(file + ":" + keyLines.getOrDefault(key, line) + ": " + full(key) + ": found '"
                + found + "', allowed: " + allowed);
    }

    private ConfigException missing(String key) {
        return new ConfigException(file + ":" + line + ": key '" + full(key) + "' is missing");
    }

    private Optional<String> scalar(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        throw fault(key, describe(node), "a single value");
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isNull(Node node) {
        return node.getTag().getValue().endsWith(":null");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "keys and values";
    }
}
