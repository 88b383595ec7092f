package huxiao.model;

import java.util.Objects;

/**
 * What the level would be without a stretch of the text.
 *
 * @param without the author's characters that are left out
 * @param level what the rest would be judged as; another one than the post's
 */
public record Counterfactual(Span without, Level level) {
    public Counterfactual {
        Objects.requireNonNull(without, "without");
        Objects.requireNonNull(level, "level");
    }
}
