package huxiao.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sections of the demo's newspaper. */
enum NewsSection {
    LOCAL("本地"),
    EDUCATION("教育"),
    LAW("法治"),
    ELSEWHERE("外地");

    private final String title;

    NewsSection(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** First segment of the paths of its pages. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NewsSection> titled(String title) {
        return Arrays.stream(values())
                .filter(section -> section.title.equals(title))
                .findFirst();
    }
}
