package huxiao.register;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An alert that a person decided about, with what they had before them: posts that joined it later are left out. It names nobody.
 *
 * @param id the alert
 * @param rejected whether they found it untrue; else they found it true
 * @param decidedAt when
 * @param level the level that the alert had then
 * @param categories its categories then, the main one in front
 * @param stance its stance then
 * @param texts its posts, earliest first
 */
public record DecidedAlert(
        String id,
        boolean rejected,
        Instant decidedAt,
        Level level,
        List<Category> categories,
        Stance stance,
        List<Text> texts) {
    public DecidedAlert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(decidedAt, "decidedAt");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(stance, "stance");
        categories = List.copyOf(categories);
        texts = List.copyOf(texts);
    }

    /**
     * A post's words, masked.
     *
     * @param title may be empty
     * @param text the text
     */
    public record Text(String title, String text) {
        public Text {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
        }
    }
}
