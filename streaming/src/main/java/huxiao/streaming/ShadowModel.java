package huxiao.streaming;

import huxiao.analysis.Masking;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Post;
import huxiao.register.ShadowJudgement;
import java.util.Objects;
import java.util.function.Function;

/**
 * A model that judges beside the one that counts, and changes nothing.
 *
 * @param name of the model
 * @param judge the judgement of a post
 */
public record ShadowModel(String name, Function<Post, Assessment> judge) {
    public ShadowModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(judge, "judge");
    }

    /** What both models say of a post. */
    public ShadowJudgement compare(Post post, Assessment holding) {
        Assessment other = judge.apply(post);
        boolean same = other.level() == holding.level();
        return new ShadowJudgement(
                name,
                post.id(),
                post.version(),
                post.eventTime(),
                post.collectedAt(),
                holding.level(),
                other.level(),
                main(holding),
                main(other),
                same ? "" : excerpt(post));
    }

    private static String main(Assessment assessment) {
        return assessment.mainCategory().map(Category::wireName).orElse("");
    }

    private static String excerpt(Post post) {
        String words = Masking.mask(post.title().isBlank() ? post.text() : post.title() + " " + post.text());
        int end = Math.min(words.length(), ShadowJudgement.LONGEST_EXCERPT);
        boolean halved = end < words.length() && Character.isHighSurrogate(words.charAt(end - 1));
        return words.substring(0, halved ? end - 1 : end);
    }
}
