package huxiao.server.notify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret shared with one webhook receiver, and the symmetric signature {@code v1} of the Standard Webhooks specification:
 * HMAC-SHA256 over {@code id.timestamp.body}. Never shows itself. Thread safe.
 */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Reads {@code whsec_} and the base64 of 24 to 64 bytes, the lengths that the specification asks for.
     *
     * @throws IllegalArgumentException when it is anything else; the message doesn't repeat it
     */
    public static WebhookSecret parse(String text) {
        String allowed =
                "a webhook secret is " + PREFIX + " and the base64 of " + MIN_BYTES + " to " + MAX_BYTES + " bytes";
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(allowed + "; this one doesn't begin with " + PREFIX);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(allowed + "; this one isn't base64", e);
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(allowed + "; this one has " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param id the header {@code webhook-id}
     * @param timestamp the header {@code webhook-timestamp}, seconds since 1970
     * @param body the body, byte for byte
     */
    public String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256 and takes a key of any length", e);
        }
    }

    /**
     * The receiver's side: whether one of the signatures in the header (parted by spaces) is ours. Takes the same time whatever
     * the signature holds. Says nothing of the timestamp's age, which the receiver must check too.
     */
    public boolean verifies(String id, long timestamp, byte[] body, String signatures) {
        byte[] expected = sign(id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String signature : signatures.split(" ", -1)) {
            found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Says only what it is. */
    @Override
    public String toString() {
        return "WebhookSecret[not shown]";
    }
}
