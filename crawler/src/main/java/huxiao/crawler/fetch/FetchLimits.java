package huxiao.crawler.fetch;

import java.time.Duration;
import java.util.Objects;

/**
 * The bounds of one fetch.
 *
 * @param maxBytes largest body, in bytes, as sent and after decompression
 * @param timeout longest time for one request, from connecting to the last byte
 * @param delay least time after the request before it to the same host
 * @param privateAuthority the one {@code host:port} that may be a loopback or private address; empty for none
 */
public record FetchLimits(int maxBytes, Duration timeout, Duration delay, String privateAuthority) {
    public FetchLimits {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(privateAuthority, "privateAuthority");
    }
}
