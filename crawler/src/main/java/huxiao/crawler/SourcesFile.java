package huxiao.crawler;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code sources.yaml} says: who we are and which sources are read. Nothing else is ever crawled.
 *
 * @param contact a page or mail address that a site's owner can turn to; part of the {@code User-Agent}, may be empty
 * @param sources the sources, each id once
 */
public record SourcesFile(String contact, List<SourceSettings> sources) implements Serializable {
    private static final Pattern CONTACT = Pattern.compile("[\\x21-\\x7e&&[^()\\\\;]]{0,200}");

    public SourcesFile {
        Objects.requireNonNull(contact, "contact");
        sources = List.copyOf(sources);
        if (!CONTACT.matcher(contact).matches()) {
            throw new IllegalArgumentException("a contact is plain ASCII without spaces, found '" + contact + "'");
        }
        Set<String> ids = new HashSet<>();
        for (SourceSettings source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("two sources have the id '" + source.id() + "'");
            }
        }
    }

    /** No source: nothing is crawled. */
    public static SourcesFile empty() {
        return new SourcesFile("", List.of());
    }

    /**
     * Reads {@code sources.yaml}.
     *
     * @throws ConfigException naming file, line, key, what was found and what is allowed
     */
    public static SourcesFile read(Path file) {
        return from(ConfigNode.read(file));
    }

    /**
     * The whole of the file as a node.
     *
     * @throws ConfigException naming file, line, key, what was found and what is allowed
     */
    public static SourcesFile from(ConfigNode node) {
        String contact = node.string("contact", "").strip();
        if (!CONTACT.matcher(contact).matches()) {
            throw node.fault(
                    "contact", contact, "a URL or mail address in plain ASCII, at most 200 characters, or empty");
        }
        List<SourceSettings> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigNode entry : node.sections("sources")) {
            SourceSettings source = SourceSettings.from(entry);
            if (!ids.add(source.id())) {
                throw entry.fault("id", source.id(), "an id that no other source has");
            }
            sources.add(source);
        }
        node.rejectUnknownKeys();
        return new SourcesFile(contact, sources);
    }

    /** The {@code User-Agent} sent with every request; it holds the product token {@code huxiao} that robots.txt may name. */
    public String userAgent() {
        return "huxiao/0.1 (school safety reader of public pages; obeys robots.txt"
                + (contact.isEmpty() ? ")" : "; +" + contact + ")");
    }
}
