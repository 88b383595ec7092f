package huxiao.server.demo;

import java.util.regex.Pattern;

/**
 * What robots.txt of every demo host forbids, and what stands there: a text that would raise an alarm, so that a crawler
 * that goes where it should not is noticed at once.
 */
final class ForbiddenPages {
    /** Stands on every forbidden page and nowhere else. */
    static final String CANARY = "CANARY-7e51c0";

    private static final Pattern FORBIDDEN = Pattern.compile("/private/.*|/member/.*|/search.*|/.*/print/.*");

    private ForbiddenPages() {}

    static boolean contains(String path) {
        return FORBIDDEN.matcher(path).matches();
    }

    /** robots.txt (RFC 9309); {@code extra} stands at the end. */
    static String robots(String extra) {
        return """
                # 欢迎搜索引擎收录公开版面，会员空间与打印页请绕行
                User-agent: *
                Disallow: /private/
                Disallow: /member/
                Disallow: /search
                Disallow: /*/print/

                User-agent: GreedyBot
                Disallow: /
                """ + (extra.isEmpty() ? "" : "\n" + extra + "\n");
    }
}
