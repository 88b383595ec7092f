package huxiao.crawler;

import huxiao.model.Post;
import java.util.List;

/** What a page holds: posts in the order of the page, and links to follow. */
record Extraction(List<Post> posts, List<Link> links) {
    Extraction {
        posts = List.copyOf(posts);
        links = List.copyOf(links);
    }
}
