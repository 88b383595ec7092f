package huxiao.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What stands around posts on real pages: signatures and adverts, full of words that would be alarming in a post. The same
 * author always has the same signature.
 */
final class Noise {
    private static final int AUTHORS_PER_SIGNATURE = 3;

    private final List<String> signatures;
    private final List<String> adverts;

    Noise() {
        this.signatures = lines("signatures.txt");
        this.adverts = lines("adverts.txt");
    }

    /** The signature below an author's posts; most have none, then it is empty. */
    String signature(String author) {
        int slot = Math.floorMod(author.hashCode(), signatures.size() * AUTHORS_PER_SIGNATURE);
        return slot < signatures.size() ? signatures.get(slot) : "";
    }

    /** The advert of a page. */
    String advert(int page) {
        return adverts.get(Math.floorMod(page, adverts.size()));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Noise.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks huxiao/server/demo/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
