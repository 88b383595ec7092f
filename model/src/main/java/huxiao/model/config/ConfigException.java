package huxiao.model.config;

/** A fault in a file that an operator edits; the message names file, line, key, what was found and what is allowed. */
public final class ConfigException extends RuntimeException {
    /** A fault with the whole message. */
    public ConfigException(String message) {
        super(message);
    }

    /** A fault with its cause. */
    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
