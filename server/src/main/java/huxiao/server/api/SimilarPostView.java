package huxiao.server.api;

import huxiao.index.SimilarPost;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A post that is like another one.
 *
 * @param post the post
 * @param similarity how much alike both are in what they tell, at most 1
 * @param copy whether it is written almost alike
 */
@Schema(name = "SimilarPost")
public record SimilarPostView(PostView post, double similarity, boolean copy) {
    static SimilarPostView of(SimilarPost similar) {
        return new SimilarPostView(PostView.of(similar.indexed()), similar.similarity(), similar.copy());
    }
}
