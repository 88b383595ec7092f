package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds with what and where, in the act's clause, then in the clauses beside it. Pure. */
final class CircumstanceFinder {
    private static final int[] BESIDE_MEANS = {-1, 1, -2};
    private static final int[] BESIDE_PLACE = {-1, 1, -2, 2, -3};

    private final List<Chunk> chunks;
    private final List<Clause> clauses;

    CircumstanceFinder(List<Chunk> chunks, List<Clause> clauses) {
        this.chunks = chunks;
        this.clauses = clauses;
    }

    Optional<Phrase> means(Sight sight, Optional<Phrase> actor, Optional<Phrase> target) {
        for (int i = sight.before().size() - 1; i >= 0; i--) {
            Phrase phrase = sight.before().get(i);
            boolean held = phrase.from() > 0 && chunks.get(phrase.from() - 1).is(Tag.WITH);
            boolean tool = held && phrase.is(chunks, Tag.NOUN);
            if (tool || isWeapon(phrase, actor, target)) {
                return Optional.of(phrase);
            }
        }
        // 带|着|汽油: the act itself is holding it.
        Optional<Phrase> carried = sight.after().stream()
                .findFirst()
                .filter(phrase -> sight.kind() == ActKind.MOVE && phrase.is(chunks, Tag.MEANS));
        if (carried.isPresent()) {
            return carried;
        }
        for (int away : BESIDE_MEANS) {
            int c = sight.clauseIndex() + away;
            if (c >= 0
                    && c < clauses.size()
                    && clauses.get(c).sentence() == sight.clause().sentence()) {
                Optional<Phrase> beside = phrases(clauses.get(c)).stream()
                        .filter(phrase -> isWeapon(phrase, actor, target))
                        .findFirst();
                if (beside.isPresent()) {
                    return beside;
                }
            }
        }
        return Optional.empty();
    }

    /** A thing to hurt with; but 一刀 is a stroke of the knife, 一把刀 a knife. */
    private boolean isWeapon(Phrase phrase, Optional<Phrase> actor, Optional<Phrase> target) {
        boolean stroke =
                phrase.to() - phrase.from() == 2 && chunks.get(phrase.from()).is(Tag.NUMBER);
        return phrase.is(chunks, Tag.MEANS) && !stroke && !phrase.begins(actor) && !phrase.begins(target);
    }

    Optional<Phrase> place(Sight sight, Optional<Phrase> target) {
        List<Phrase> near = new ArrayList<>();
        for (int i = sight.before().size() - 1; i >= 0; i--) {
            near.add(sight.before().get(i));
        }
        near.addAll(sight.after());
        Optional<Phrase> own = place(near, target)
                .or(() ->
                        near.stream().flatMap(phrase -> inside(phrase).stream()).findFirst());
        if (own.isPresent()) {
            return own;
        }
        for (int away : BESIDE_PLACE) {
            int c = sight.clauseIndex() + away;
            boolean inReach = c >= 0
                    && c < clauses.size()
                    && Math.abs(clauses.get(c).sentence() - sight.clause().sentence()) <= 1;
            Optional<Phrase> beside = inReach ? place(phrases(clauses.get(c)), target) : Optional.empty();
            if (beside.isPresent()) {
                return beside;
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> place(List<Phrase> phrases, Optional<Phrase> target) {
        return phrases.stream()
                .filter(phrase -> phrase.is(chunks, Tag.PLACE) && !phrase.begins(target))
                .findFirst();
    }

    /** A thing that something is in: 在饮水机里. */
    private Optional<Phrase> inside(Phrase phrase) {
        boolean led = phrase.from() > 0
                && (chunks.get(phrase.from() - 1).is(Tag.AT)
                        || chunks.get(phrase.from() - 1).is(Tag.TOWARDS));
        boolean closed = phrase.to() < chunks.size() && chunks.get(phrase.to()).is(Tag.POSITION);
        return led && closed
                ? Optional.of(new Phrase(phrase.from(), phrase.head(), phrase.to() + 1, -1))
                : Optional.empty();
    }

    private List<Phrase> phrases(Clause clause) {
        return Phrase.within(chunks, clause.from(), Math.min(clause.to(), clause.from() + Sight.REACH));
    }
}
