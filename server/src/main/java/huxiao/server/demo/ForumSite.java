package huxiao.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One host of the forum 沧澜论坛: a home page, lists of threads by last reply, threads floor by floor. Paths: {@code /},
 * {@code /BOARD/}, {@code /BOARD/index_2.html}, {@code /BOARD/1001.html}, {@code /BOARD/1001_2.html}.
 */
final class ForumSite implements DemoSite {
    static final int THREADS_PER_PAGE = 30;
    static final int FLOORS_PER_PAGE = 5;

    /** Only some threads have a print view: each is a link that leads a crawler into what robots.txt forbids. */
    private static final int PRINTABLE_ONE_IN = 25;

    private static final Pattern LIST = Pattern.compile("/([a-z-]+)/(?:index_(\\d{1,4})\\.html)?");
    private static final Pattern THREAD = Pattern.compile("/([a-z-]+)/(\\d{1,6})(?:_(\\d{1,4}))?\\.html");

    private final DemoHost host;
    private final List<ForumThread> threads;
    private final Instant epoch;
    private final int port;
    private final DemoTemplates templates;
    private final Noise noise;

    ForumSite(DemoHost host, List<ForumThread> all, Instant epoch, int port, DemoTemplates templates, Noise noise) {
        this.host = host;
        this.threads =
                all.stream().filter(thread -> thread.board().host() == host).toList();
        this.epoch = epoch;
        this.port = port;
        this.templates = templates;
        this.noise = noise;
    }

    @Override
    public Optional<Page> page(String path, Instant now) {
        if (path.equals("/")) {
            return Optional.of(home(now));
        }
        Matcher list = LIST.matcher(path);
        if (list.matches()) {
            return board(list.group(1)).flatMap(board -> list(board, number(list.group(2)), now));
        }
        Matcher thread = THREAD.matcher(path);
        if (thread.matches()) {
            int id = Integer.parseInt(thread.group(2));
            return board(thread.group(1)).flatMap(board -> thread(board, id, number(thread.group(3)), now));
        }
        return Optional.empty();
    }

    private Page home(Instant now) {
        List<BoardEntry> boards = ForumBoard.on(host).stream()
                .map(board -> new BoardEntry(
                        board.title(),
                        "/" + board.slug() + "/",
                        visible(board, now).size()))
                .toList();
        Map<String, Object> model = frame("沧澜论坛", "utf-8");
        model.put("boards", boards);
        return Page.html(ForumBoard.Encoding.UTF_8, templates.render("forum-home", model), newest(threads, now));
    }

    private Optional<Page> list(ForumBoard board, int number, Instant now) {
        List<ForumThread> visible = visible(board, now);
        return Paging.leaf(visible, number, THREADS_PER_PAGE, n -> listPath(board, n))
                .map(leaf -> {
                    Map<String, Object> model =
                            frame(board.title() + " - 沧澜论坛", board.encoding().metaName());
                    model.put("board", board.title());
                    model.put("paging", leaf);
                    model.put("advert", noise.advert(number));
                    model.put(
                            "threads",
                            leaf.items().stream().map(t -> entry(t, now)).toList());
                    return Page.html(board.encoding(), templates.render("forum-board", model), newest(visible, now));
                });
    }

    private Optional<Page> thread(ForumBoard board, int id, int number, Instant now) {
        return visible(board, now).stream()
                .filter(thread -> thread.id() == id)
                .findFirst()
                .flatMap(thread -> Paging.leaf(
                                thread.visible(epoch, now), number, FLOORS_PER_PAGE, n -> threadPath(thread, n))
                        .map(leaf -> {
                            Map<String, Object> model = frame(
                                    thread.title() + " - " + board.title() + " - 沧澜论坛",
                                    board.encoding().metaName());
                            model.put("board", board.title());
                            model.put("boardPath", listPath(board, 1));
                            model.put(
                                    "printPath",
                                    id % PRINTABLE_ONE_IN == 0 ? "/" + board.slug() + "/print/" + id + ".html" : "");
                            model.put("title", thread.title());
                            model.put("paging", leaf);
                            model.put("advert", noise.advert(id));
                            model.put("floors", floors(leaf));
                            return Page.html(
                                    board.encoding(),
                                    templates.render("forum-thread", model),
                                    newest(List.of(thread), now));
                        }));
    }

    private List<Floor> floors(Paging<DemoPost> leaf) {
        List<Floor> floors = new ArrayList<>();
        int floor = (leaf.number() - 1) * FLOORS_PER_PAGE;
        for (DemoPost post : leaf.items()) {
            floor++;
            floors.add(new Floor(
                    "pid-" + post.k(),
                    floor,
                    post.title(),
                    post.author(),
                    LocalTimes.plain(post.publishedAt(epoch)),
                    post.text().lines().toList(),
                    noise.signature(post.author())));
        }
        return floors;
    }

    private ThreadEntry entry(ForumThread thread, Instant now) {
        List<DemoPost> posts = thread.visible(epoch, now);
        int lastLeaf = (posts.size() + FLOORS_PER_PAGE - 1) / FLOORS_PER_PAGE;
        DemoPost last = posts.get(posts.size() - 1);
        return new ThreadEntry(
                thread.title(),
                threadPath(thread, 1),
                posts.get(0).author(),
                posts.size() - 1,
                last.author(),
                LocalTimes.plain(last.publishedAt(epoch)),
                lastLeaf > 1 ? threadPath(thread, lastLeaf) : "");
    }

    private List<ForumThread> visible(ForumBoard board, Instant now) {
        return threads.stream()
                .filter(thread ->
                        thread.board() == board && !thread.visible(epoch, now).isEmpty())
                .sorted(Comparator.comparing((ForumThread thread) -> thread.lastReply(epoch, now))
                        .reversed()
                        .thenComparing(ForumThread::id))
                .toList();
    }

    private Instant newest(List<ForumThread> among, Instant now) {
        return among.stream()
                .filter(thread -> !thread.visible(epoch, now).isEmpty())
                .map(thread -> thread.lastReply(epoch, now))
                .max(Comparator.naturalOrder())
                .orElse(epoch);
    }

    private Map<String, Object> frame(String pageTitle, String metaCharset) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("pageTitle", pageTitle);
        model.put("metaCharset", metaCharset);
        List<BoardEntry> elsewhere = new ArrayList<>();
        for (ForumBoard board : ForumBoard.values()) {
            elsewhere.add(new BoardEntry(board.title(), board.host().baseUrl(port) + listPath(board, 1), 0));
        }
        model.put("navigation", elsewhere);
        return model;
    }

    private Optional<ForumBoard> board(String slug) {
        return ForumBoard.on(host).stream()
                .filter(board -> board.slug().equals(slug))
                .findFirst();
    }

    private static String listPath(ForumBoard board, int number) {
        return "/" + board.slug() + "/" + (number == 1 ? "" : "index_" + number + ".html");
    }

    private static String threadPath(ForumThread thread, int number) {
        return "/" + thread.board().slug() + "/" + thread.id() + (number == 1 ? "" : "_" + number) + ".html";
    }

    private static int number(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    /** A board on a home page or in the navigation. */
    record BoardEntry(String title, String href, int threads) {}

    /** A line of a list of threads; {@code lastLeaf} is empty when the thread has one page. */
    record ThreadEntry(
            String title,
            String href,
            String author,
            int replies,
            String lastAuthor,
            String lastReply,
            String lastLeaf) {}

    /** A post of a thread as its page shows it; {@code signature} may be empty. */
    record Floor(
            String id, int number, String title, String author, String posted, List<String> lines, String signature) {}
}
