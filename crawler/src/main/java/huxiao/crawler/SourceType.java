package huxiao.crawler;

/** How a source is read. */
public enum SourceType {
    /** RSS 2.0 or Atom: its entries are the posts. */
    FEED,
    /** Web pages: a start page or a sitemap, the links followed from it, and selectors that find the posts. */
    SITE
}
