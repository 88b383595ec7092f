package huxiao.server.api;

import java.util.List;
import java.util.Objects;

/**
 * One fault of a request's body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) such as {@code /title}; empty for the whole body
 * @param key key of the message in the bundles, such as {@code fault.required}
 * @param arguments what the message names, such as the allowed values
 */
public record Fault(String pointer, String key, List<Object> arguments) {
    public Fault {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    /** A fault of a member at the top of the body. */
    public static Fault of(String member, String key, Object... arguments) {
        return new Fault("/" + member.replace("~", "~0").replace("/", "~1"), key, List.of(arguments));
    }

    /** A fault of the body as a whole. */
    public static Fault ofBody(String key, Object... arguments) {
        return new Fault("", key, List.of(arguments));
    }

    /** The member at fault; empty for the whole body. */
    public String member() {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace("~1", "/").replace("~0", "~");
    }
}
