package huxiao.register;

import java.time.Instant;
import java.util.Objects;

/**
 * Input that could not be handled and was put aside.
 *
 * @param kind what it is, such as {@code post} or {@code page}
 * @param reference its id, URL or file and line
 * @param cause why it could not be handled
 * @param payload the input itself, masked, cut to a bound
 * @param at when it was last met
 * @param times how often it was met
 */
public record DeadLetter(String kind, String reference, String cause, String payload, Instant at, int times) {
    public DeadLetter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(at, "at");
    }
}
