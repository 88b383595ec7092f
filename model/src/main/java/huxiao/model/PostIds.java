package huxiao.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids derived from content, so that a replay meets them again. */
public final class PostIds {
    private PostIds() {}

    /** The id of a post that brings none: SHA-256 over source, URL and floor, 32 hex digits. */
    public static String of(String source, String url, String floor) {
        return sha256(source, url, floor).substring(0, 32);
    }

    /** The version of a post's content, 16 hex digits. */
    public static String version(String title, String text) {
        return sha256(title, text).substring(0, 16);
    }

    /** SHA-256 over parts, each preceded by its length so that no two lists of parts collide; 64 hex digits. */
    public static String sha256(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
