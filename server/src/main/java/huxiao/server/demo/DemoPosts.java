package huxiao.server.demo;

import huxiao.model.Json;
import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code posts.jsonl} and refuses what would not make a city. */
final class DemoPosts {
    private static final Set<String> SITES = Set.of(DemoPost.FORUM, DemoPost.NEWS, DemoPost.FEED);
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,16}");

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, DemoPost> lastOfThread = new HashMap<>();

    private DemoPosts(String file) {
        this.file = file;
    }

    /**
     * The posts in the order of the file.
     *
     * @throws ConfigException when the file can't be read or a line is at fault; names file and line
     */
    static List<DemoPost> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e + ")", e);
        }
        DemoPosts reader = new DemoPosts(file.toString());
        List<DemoPost> posts = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                posts.add(reader.post(lines.get(i), i + 1));
            }
        }
        return List.copyOf(posts);
    }

    private DemoPost post(String json, int line) {
        DemoPost post;
        try {
            post = Json.read(json, DemoPost.class);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ":" + line + ": " + e.getMessage(), e);
        }
        check(
                KEY.matcher(post.k()).matches(),
                line,
                "k: found '" + post.k() + "', allowed: 1 to 16 letters and digits");
        Integer earlier = lines.put(post.k(), line);
        check(earlier == null, line, "k: '" + post.k() + "' stands already at line " + earlier);
        check(SITES.contains(post.site()), line, "site: found '" + post.site() + "', allowed: forum, news, feed");
        check(
                TIME.matcher(post.time()).matches(),
                line,
                "time: found '" + post.time() + "', allowed: HH:mm from 00:00 to 23:59");
        check(post.live() >= 0, line, "live: found " + post.live() + ", allowed: seconds from 0");
        check(
                post.day() >= 1 || post.live() > 0,
                line,
                "day: found " + post.day() + ", allowed: from 1, or any day with live");
        check(!post.text().isBlank(), line, "text: is missing");
        if (post.site().equals(DemoPost.FORUM)) {
            checkThread(post, line);
        }
        if (post.site().equals(DemoPost.NEWS)) {
            check(
                    NewsSection.titled(post.board()).isPresent(),
                    line,
                    "board: found '" + post.board() + "', which is no section of the newspaper");
            check(!post.title().isBlank(), line, "title: an article needs one");
        }
        return post;
    }

    private void checkThread(DemoPost post, int line) {
        check(
                ForumBoard.titled(post.board()).isPresent(),
                line,
                "board: found '" + post.board() + "', which is no board of the forum");
        check(!post.thread().isBlank(), line, "thread: a forum post needs one");
        DemoPost before = lastOfThread.put(post.thread(), post);
        if (before == null) {
            check(!post.title().isBlank(), line, "title: the first post of a thread needs one");
            return;
        }
        check(before.board().equals(post.board()), line, "board: the thread stands on '" + before.board() + "'");
        check(!isBefore(post, before), line, "day, time: earlier than the post before it in its thread");
    }

    private static boolean isBefore(DemoPost a, DemoPost b) {
        if (a.live() != b.live()) {
            return a.live() < b.live();
        }
        return a.day() != b.day() ? a.day() > b.day() : a.time().compareTo(b.time()) < 0;
    }

    private void check(boolean right, int line, String fault) {
        if (!right) {
            throw new ConfigException(file + ":" + line + ": " + fault);
        }
    }
}
