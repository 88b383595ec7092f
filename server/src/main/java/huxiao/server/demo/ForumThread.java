package huxiao.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thread of the forum.
 *
 * @param id number in its URL, from the order of the file
 * @param board board on which it stands
 * @param posts first to last
 */
record ForumThread(int id, ForumBoard board, List<DemoPost> posts) {
    private static final int FIRST_ID = 1001;

    ForumThread {
        posts = List.copyOf(posts);
    }

    /** The threads of all forum posts, in the order of the file. */
    static List<ForumThread> of(List<DemoPost> posts) {
        Map<String, List<DemoPost>> byThread = new LinkedHashMap<>();
        for (DemoPost post : posts) {
            if (post.site().equals(DemoPost.FORUM)) {
                byThread.computeIfAbsent(post.thread(), thread -> new ArrayList<>())
                        .add(post);
            }
        }
        List<ForumThread> threads = new ArrayList<>();
        for (List<DemoPost> thread : byThread.values()) {
            ForumBoard board = ForumBoard.titled(thread.get(0).board()).orElseThrow();
            threads.add(new ForumThread(FIRST_ID + threads.size(), board, thread));
        }
        return List.copyOf(threads);
    }

    String title() {
        return posts.get(0).title();
    }

    /** The posts that can be seen at {@code now}. */
    List<DemoPost> visible(Instant epoch, Instant now) {
        return posts.stream().filter(post -> post.isVisible(epoch, now)).toList();
    }

    /** Time of the last post that can be seen; there must be one. */
    Instant lastReply(Instant epoch, Instant now) {
        List<DemoPost> visible = visible(epoch, now);
        return visible.get(visible.size() - 1).publishedAt(epoch);
    }
}
