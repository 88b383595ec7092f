package huxiao.bench.train;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Stance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A labelled text.
 *
 * @param title may be empty
 * @param text the text
 * @param level what the guide says
 * @param categories the main one in front
 * @param stance empty where nobody labelled it
 * @param topic what the text is about; texts of one topic are never on both sides of a split
 * @param criticism whether it is criticism, complaint, satire or petition; empty where nobody said
 * @param offensive whether it is offensive; empty where nobody said
 * @param weight how much it counts in training
 */
public record Example(
        String title,
        String text,
        Level level,
        List<Category> categories,
        Optional<Stance> stance,
        String topic,
        Optional<Boolean> criticism,
        Optional<Boolean> offensive,
        double weight) {
    public Example {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        categories = List.copyOf(categories);
        if ((level == Level.NONE) != categories.isEmpty()) {
            throw new IllegalArgumentException("level " + level + " does not go with categories " + categories);
        }
    }

    /** The same labels for another text. */
    public Example withText(String other) {
        return new Example(title, other, level, categories, stance, topic, criticism, offensive, weight);
    }

    /** The text as a post. */
    public Post post() {
        String id = PostIds.of("train", title, text);
        String version = PostIds.version(title, text);
        return new Post(id, version, "", "", title, text, "", "", "", Instant.EPOCH, Instant.EPOCH);
    }
}
