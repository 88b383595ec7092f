package huxiao.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The boards of the demo's forum: where each lives and how its pages tell their charset. */
enum ForumBoard {
    PARENTS("家长圈", DemoHost.FORUM, Encoding.UTF_8),
    TOWNSPEOPLE("百姓杂谈", DemoHost.FORUM, Encoding.UTF_8),
    YUNDONG("运东茶馆", DemoHost.FORUM, Encoding.UTF_8),
    PUPILS("学生广场", DemoHost.CAMPUS, Encoding.UTF_8),
    CRUSHES("表白墙", DemoHost.CAMPUS, Encoding.UTF_8),
    COUNTIES("县乡风情", DemoHost.COUNTY, Encoding.GBK_BY_META),
    COAST("新港海边", DemoHost.DISTRICTS, Encoding.GBK_BY_HEADER),
    HIGH_TECH("高新区", DemoHost.DISTRICTS, Encoding.UTF_8);

    private final String title;
    private final DemoHost host;
    private final Encoding encoding;

    ForumBoard(String title, DemoHost host, Encoding encoding) {
        this.title = title;
        this.host = host;
        this.encoding = encoding;
    }

    /** What people call it; {@link DemoPost#board()} of its posts. */
    String title() {
        return title;
    }

    DemoHost host() {
        return host;
    }

    Encoding encoding() {
        return encoding;
    }

    /** First segment of the paths of its pages. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ForumBoard> titled(String title) {
        return Arrays.stream(values())
                .filter(board -> board.title.equals(title))
                .findFirst();
    }

    static List<ForumBoard> on(DemoHost host) {
        return Arrays.stream(values()).filter(board -> board.host == host).toList();
    }

    /** How a page tells its charset; old Chinese forums do it in all of these ways. */
    enum Encoding {
        /** In the header and in a meta tag. */
        UTF_8(StandardCharsets.UTF_8, true, true),
        /** In the header alone. */
        GBK_BY_HEADER(Charset.forName("GBK"), true, false),
        /** In a meta tag alone. */
        GBK_BY_META(Charset.forName("GBK"), false, true);

        private final Charset charset;
        private final boolean inHeader;
        private final boolean inMeta;

        Encoding(Charset charset, boolean inHeader, boolean inMeta) {
            this.charset = charset;
            this.inHeader = inHeader;
            this.inMeta = inMeta;
        }

        Charset charset() {
            return charset;
        }

        String contentType() {
            return inHeader ? "text/html; charset=" + charset.name().toLowerCase(Locale.ROOT) : "text/html";
        }

        /** The name for the meta tag; empty when the page has none. */
        String metaName() {
            return inMeta ? charset.name().toLowerCase(Locale.ROOT) : "";
        }
    }
}
