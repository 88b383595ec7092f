package huxiao.server.cli;

import huxiao.analysis.Judge;
import huxiao.analysis.wire.PostLine;
import huxiao.model.AuthorKeys;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.register.ShadowJudgement;
import huxiao.register.ShadowSummary;
import huxiao.server.run.ShadowRun;
import huxiao.streaming.LineReader;
import huxiao.streaming.ShadowModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges lines by two models and tells where they differ, with no server and nothing kept. Not thread safe. */
final class ShadowScore {
    private final Judge judge;
    private final ShadowModel shadow;
    private final AuthorKeys keys;
    private final Map<Level, Map<Level, Long>> moves = new EnumMap<>(Level.class);
    private long judged;

    ShadowScore(Judge judge, ShadowModel shadow, AuthorKeys keys) {
        this.judge = judge;
        this.shadow = shadow;
        this.keys = keys;
    }

    /**
     * What is to be written for a line: the difference; nothing where both say the same.
     *
     * @throws IllegalArgumentException saying why the line is no post
     */
    Optional<String> line(String line) {
        if (LineReader.isTooLong(line)) {
            throw new IllegalArgumentException(LineReader.tooLong());
        }
        Post post = PostLine.parse(line, keys, Instant.EPOCH);
        ShadowJudgement judgement = shadow.compare(post, judge.assessBriefly(post));
        judged++;
        if (!judgement.isDifference()) {
            return Optional.empty();
        }
        moves.computeIfAbsent(judgement.after(), after -> new EnumMap<>(Level.class))
                .merge(judgement.before(), 1L, Long::sum);
        return Optional.of(ShadowRun.line(judgement));
    }

    /** The counts so far, for people. */
    String summary() {
        List<ShadowSummary.Move> list = new ArrayList<>();
        moves.forEach((after, from) ->
                from.forEach((before, posts) -> list.add(0, new ShadowSummary.Move(before, after, posts))));
        ShadowSummary summary = new ShadowSummary(shadow.name(), judged, Instant.EPOCH, Instant.EPOCH, list);
        return ShadowText.summary(Json.tree(ShadowRun.line(summary)));
    }
}
