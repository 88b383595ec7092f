package huxiao.analysis;

import huxiao.model.Counterfactual;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what would change a level, by judging the post again without each of its weightiest words and passages. Pure. */
final class Counterfactuals {
    /** So many passages at most are tried, beside the words that are offered. */
    private static final int TRIED = 4;

    private static final int SHOWN = 2;
    /** Who wrote a post plays no part in what it is judged as. */
    private static final String NOBODY = "";

    private Counterfactuals() {}

    /** What would lower the level, the shortest stretch first; empty at NONE. */
    static List<Counterfactual> of(
            Post post, Level level, List<Span> words, List<Reason> reasons, Function<Post, Level> judge) {
        if (level == Level.NONE) {
            return List.of();
        }
        Stream<Span> passages = reasons.stream()
                .filter(reason -> reason.weight() > 0 && !reason.span().isEmpty())
                .map(Reason::span)
                .limit(TRIED);
        return Stream.concat(words.stream(), passages)
                .distinct()
                .map(span -> new Counterfactual(span, judge.apply(without(post, span))))
                .filter(other -> !other.level().isAtLeast(level))
                .limit(SHOWN)
                .sorted(Comparator.comparingInt(
                                (Counterfactual other) -> other.without().text().length())
                        .thenComparingInt(other -> other.without().start()))
                .toList();
    }

    private static Post without(Post post, Span span) {
        String title = post.title();
        String text = post.text();
        switch (span.field()) {
            case TITLE -> title = cut(title, span);
            case TEXT -> text = cut(text, span);
        }
        return new Post(
                post.id(),
                post.version(),
                post.source(),
                post.url(),
                title,
                text,
                NOBODY,
                post.place(),
                post.sourceSchool(),
                post.publishedAt(),
                post.collectedAt());
    }

    private static String cut(String field, Span span) {
        return field.substring(0, span.start()) + field.substring(span.end());
    }
}
