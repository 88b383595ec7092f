package huxiao.streaming;

import huxiao.analysis.Masking;
import huxiao.model.Post;
import org.apache.flink.api.common.functions.MapFunction;

/** Masks phone, identity and plate numbers before anything is kept, so that no later stage and no state sees them. */
final class Mask implements MapFunction<Post, Post> {
    private static final long serialVersionUID = 1;

    @Override
    public Post map(Post post) {
        return Masking.mask(post);
    }
}
