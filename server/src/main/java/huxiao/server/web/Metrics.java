package huxiao.server.web;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The figures of the service for whoever brings their token.
 *
 * @param token what opens them
 * @param contentType media type of the page
 * @param page makes the page
 */
public record Metrics(String token, String contentType, Supplier<String> page) {
    public Metrics {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(page, "page");
        if (token.isBlank()) {
            throw new IllegalArgumentException("figures need a token, or everybody could read them");
        }
    }
}
