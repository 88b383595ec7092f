package huxiao.crawler;

/** What a remembered URL is; it decides how often it is read. */
enum PageKind {
    /** The source's own URL. */
    START(0),
    /** Names other pages and holds no post. */
    LISTING(1),
    /** Holds posts, or is not known yet. */
    PAGE(2);

    private final int code;

    PageKind(int code) {
        this.code = code;
    }

    /** The number that checkpoints hold; never to be changed. */
    int code() {
        return code;
    }

    static PageKind of(int code) {
        for (PageKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a page kind " + code + ", allowed: 0 to 2");
    }
}
