package huxiao.server.web.console;

import java.util.List;

/**
 * What became of a person's step, shown once on the page that follows.
 *
 * @param kind {@code good} or {@code bad}, the notice's style
 * @param key key of the message
 * @param arguments what the message names
 */
record Notice(String kind, String key, List<Object> arguments) {
    static Notice good(String key, Object... arguments) {
        return new Notice("good", key, List.of(arguments));
    }

    static Notice bad(String key, Object... arguments) {
        return new Notice("bad", key, List.of(arguments));
    }

    /** The message. */
    public String in(PageText text) {
        return text.of(key, arguments.toArray());
    }
}
