package huxiao.streaming.crawl;

import java.util.List;
import java.util.Set;

/**
 * What the enumerator remembers.
 *
 * @param waiting splits that no reader has
 * @param assigned ids of the sources that readers have
 */
record CrawlCheckpoint(List<CrawlSplit> waiting, Set<String> assigned) {
    CrawlCheckpoint {
        waiting = List.copyOf(waiting);
        assigned = Set.copyOf(assigned);
    }
}
