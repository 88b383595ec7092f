package huxiao.crawler;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * Where the posts stand on a page of a site. Each selector is CSS, optionally followed by {@code @attribute} to take an
 * attribute instead of the text ({@code time@datetime}); {@code @attribute} alone is that of the item itself. Empty means none.
 *
 * @param item one post; a page may hold many (a thread with floors). Empty: the whole page is one post
 * @param id what tells this post from others under the same URL, such as {@code @id}
 * @param floor the floor in a thread, used where {@code id} is empty; without both the position on the page is taken
 * @param title looked for in the item first, then on the page
 * @param text the words of the post; a page where it matches nothing holds no post
 * @param exclude parts of the text that are not the author's own, such as a quotation
 * @param author the handle; hashed at once
 * @param time when it was published
 * @param timeFormat pattern of {@code time} in {@link DateTimeFormatter} letters, Asia/Shanghai where it names no zone; empty:
 *     the usual forms are tried
 * @param next link to the next page of the same thread
 */
public record PostSelectors(
        String item,
        String id,
        String floor,
        String title,
        String text,
        String exclude,
        String author,
        String time,
        String timeFormat,
        String next)
        implements Serializable {
    /** No selector at all: what a feed has. */
    public static final PostSelectors NONE = new PostSelectors("", "", "", "", "", "", "", "", "", "");

    public PostSelectors {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(floor, "floor");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(exclude, "exclude");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(timeFormat, "timeFormat");
        Objects.requireNonNull(next, "next");
    }

    /**
     * Selectors from the mapping {@code posts} of a source.
     *
     * @throws ConfigException when {@code text} is missing, a selector or the time format is none, or a key is unknown
     */
    public static PostSelectors from(ConfigNode node) {
        PostSelectors selectors = new PostSelectors(
                element(node, "item"),
                field(node, "id"),
                field(node, "floor"),
                field(node, "title"),
                field(node, "text"),
                element(node, "exclude"),
                field(node, "author"),
                field(node, "time"),
                node.string("timeFormat", ""),
                element(node, "next"));
        node.rejectUnknownKeys();
        if (selectors.text.isEmpty()) {
            throw node.fault("text", "", "a CSS selector of the post's words; a site needs it");
        }
        selectors.checkTimeFormat(node);
        return selectors;
    }

    private void checkTimeFormat(ConfigNode node) {
        try {
            Objects.requireNonNull(DateTimeFormatter.ofPattern(timeFormat, Locale.CHINA));
        } catch (IllegalArgumentException e) {
            throw node.fault(
                    "timeFormat", timeFormat, "a date pattern such as yyyy-MM-dd HH:mm (" + e.getMessage() + ")");
        }
    }

    private static String element(ConfigNode node, String key) {
        String selector = node.string(key, "").strip();
        if (!selector.isEmpty()) {
            check(node, key, selector, selector);
        }
        return selector;
    }

    private static String field(ConfigNode node, String key) {
        String selector = node.string(key, "").strip();
        String css = FieldSelector.css(selector);
        if (!css.isEmpty()) {
            check(node, key, selector, css);
        }
        return selector;
    }

    private static void check(ConfigNode node, String key, String found, String css) {
        try {
            QueryParser.parse(css);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw node.fault(key, found, "a CSS selector (" + e.getMessage() + ")");
        }
    }
}
