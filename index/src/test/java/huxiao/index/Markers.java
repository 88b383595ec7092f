package huxiao.index;

import static huxiao.index.PostFixture.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Posts whose texts nobody else has: one that stays, and three that go. */
public final class Markers {
    /** Of the post that stays. */
    public final String kept = marker();
    /** Of the post that is deleted by its id. */
    public final String deleted = marker();
    /** Of the older version of the post that stays in another one. */
    public final String replaced = marker();
    /** Of the post that is deleted by its age. */
    public final String aged = marker();

    private static String marker() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The marks of what goes. */
    public List<String> gone() {
        return List.of(deleted, replaced, aged);
    }

    /** Writes all of them among others. */
    public void write(PostIndex index) {
        index.put(Stream.concat(
                        Stream.of(
                                post("kept").text(kept).build(),
                                post("deleted").text(deleted).build(),
                                post("replaced").text(replaced).build(),
                                post("aged")
                                        .text(aged)
                                        .collected("2026-10-01T00:00:00Z")
                                        .build()),
                        IntStream.range(0, 50).mapToObj(i -> post("other" + i).build()))
                .toList());
        index.commit();
    }

    /** Lets go what goes. */
    public void remove(PostIndex index) {
        index.delete(List.of("deleted"));
        index.put(List.of(post("replaced").text("没事").build()));
        index.deleteOlderThan(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T00:00:00Z"));
        index.commit();
    }
}
