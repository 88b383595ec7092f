package huxiao.server.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receiving side of Standard Webhooks 1.0 with a symmetric secret, written as a customer would write it: it shares no code
 * with the sender. Immutable, thread safe.
 */
final class WebhookVerifier {
    /** How far a timestamp may be from now, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String HMAC = "HmacSHA256";
    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION_PREFIX = "v1,";

    private final SecretKeySpec key;

    /**
     * Verifies under a secret.
     *
     * @param secret {@code whsec_} and the key in base64
     * @throws IllegalArgumentException when it is not of that form; the message does not repeat it
     */
    WebhookVerifier(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            throw new IllegalArgumentException("a webhook secret starts with " + SECRET_PREFIX);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook secret is " + SECRET_PREFIX + " and base64", e);
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a webhook secret holds at least one byte");
        }
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** Why a message is refused; empty when it is genuine and fresh. */
    Optional<String> fault(Signed message, Instant now) {
        Instant at;
        try {
            at = Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.of("webhook-timestamp is no number of seconds");
        }
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("webhook-timestamp is more than 5 minutes off");
        }
        byte[] expected = mac(message);
        for (String signature : message.signatures().split(" ", -1)) {
            if (signature.startsWith(VERSION_PREFIX)
                    && isSame(expected, signature.substring(VERSION_PREFIX.length()))) {
                return Optional.empty();
            }
        }
        return Optional.of("no signature in webhook-signature fits");
    }

    private static boolean isSame(byte[] expected, String signature) {
        String encoded = Base64.getEncoder().encodeToString(expected);
        return MessageDigest.isEqual(
                encoded.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(Signed message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            mac.update(message.body().getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /**
     * What the signature covers, as it came.
     *
     * @param id header webhook-id
     * @param timestamp header webhook-timestamp, seconds since 1970
     * @param signatures header webhook-signature, parted by spaces
     * @param body the body, UTF-8
     */
    record Signed(String id, String timestamp, String signatures, String body) {
        Signed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(timestamp, "timestamp");
            Objects.requireNonNull(signatures, "signatures");
            Objects.requireNonNull(body, "body");
        }
    }
}
