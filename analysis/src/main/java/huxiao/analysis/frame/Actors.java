package huxiao.analysis.frame;

import huxiao.model.ThreatFrame.Mode;
import huxiao.model.ThreatFrame.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says as which person an actor is spoken of, whose words a quotation is, and whether staff of the school is meant. Pure. */
final class Actors {
    private static final int REACH = 12;
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();

    /** Who acts. */
    record Actor(Range range, Person person, boolean staff) {}

    private final List<Chunk> chunks;
    private final List<Clause> clauses;

    Actors(List<Chunk> chunks, List<Clause> clauses) {
        this.chunks = chunks;
        this.clauses = clauses;
    }

    Actor of(int clauseIndex, int act, Roles roles, Set<Mode> modes) {
        Clause clause = clauses.get(clauseIndex);
        Optional<Phrase> actor = roles.actor();
        boolean selfSpoken = actor.filter(phrase ->
                        phrase.isPronoun(chunks) && chunks.get(phrase.from()).is(Tag.FIRST))
                .isPresent();
        if (clause.quoted() && (selfSpoken || (actor.isEmpty() && modes.contains(Mode.FUTURE)))) {
            Optional<Phrase> speaker = speaker(clause.speaker());
            return speaker.map(phrase -> actor(clauseIndex, act, phrase))
                    .orElseGet(() -> new Actor(
                            actor.map(phrase -> phrase.range(chunks)).orElse(Range.NOWHERE), Person.THIRD, false));
        }
        if (actor.isPresent()) {
            return actor(clauseIndex, act, actor.get());
        }
        return new Actor(Range.NOWHERE, unsaid(act, roles, modes), false);
    }

    /** Nobody is named: a vow is the author's own, a call to others is theirs. */
    private Person unsaid(int act, Roles roles, Set<Mode> modes) {
        ActKind kind = chunks.get(act).act().orElseThrow();
        boolean own =
                modes.contains(Mode.FUTURE) && !roles.passive() && !kind.isSuffered() && !modes.contains(Mode.QUOTED);
        boolean about = kind.isViolence() || kind == ActKind.SELFHARM;
        if (kind == ActKind.RALLY) {
            return Person.SECOND;
        }
        return own && about ? Person.FIRST : Person.UNKNOWN;
    }

    Actor actor(int clauseIndex, int act, Phrase phrase) {
        Person person = Person.THIRD;
        if (phrase.isPronoun(chunks) || chunks.get(phrase.head()).is(Tag.DET)) {
            person = switch (chunks.get(phrase.from()).tag()) {
                case FIRST -> Person.FIRST;
                case SECOND -> Person.SECOND;
                default -> Person.THIRD;
            };
        }
        boolean staff = namesStaff(phrase) && !isOutside(clauseIndex, act, phrase);
        return new Actor(phrase.range(chunks), person, staff);
    }

    /** 班主任王丽 is staff; 老师的儿子 and 老师家属 are not. */
    private boolean namesStaff(Phrase phrase) {
        boolean staff = false;
        for (int i = phrase.from(); i < phrase.to(); i++) {
            Chunk chunk = chunks.get(i);
            boolean other = chunk.is(Tag.DE) || VOCABULARY.is(Vocabulary.Quality.KIN, chunk.text());
            staff = chunk.is(Tag.STAFF) || (staff && !other);
        }
        return staff;
    }

    /** Who says what the verb of saying at {@code verb} brings in. */
    private Optional<Phrase> speaker(int verb) {
        if (verb < 0) {
            return Optional.empty();
        }
        int from = verb;
        while (from > 0 && verb - from < REACH && !chunks.get(from - 1).is(Tag.MARK)) {
            from--;
        }
        return Phrase.within(chunks, from, verb).stream()
                .filter(phrase -> phrase.isPerson(chunks))
                .reduce((first, second) -> second);
    }

    /** Staff of a tutoring class, a housing estate or a shop is not the school's. */
    private boolean isOutside(int clauseIndex, int act, Phrase actor) {
        StringBuilder named = new StringBuilder();
        chunks.subList(actor.from(), actor.to()).forEach(chunk -> named.append(chunk.text()));
        if (VOCABULARY.has(Vocabulary.Quality.OUTSIDE, named.toString())) {
            return true;
        }
        String name = named.toString();
        if (name.contains("学校") || name.contains("班主任") || name.contains("校长") || name.contains("园长")) {
            return false;
        }
        int sentence = clauses.get(clauseIndex).sentence();
        for (int c = clauseIndex;
                c >= Math.max(0, clauseIndex - 3) && clauses.get(c).sentence() == sentence;
                c--) {
            Clause clause = clauses.get(c);
            for (int i = Math.max(clause.from(), clause.to() - 40); i < Math.min(clause.to(), act); i++) {
                if (VOCABULARY.has(Vocabulary.Quality.OUTSIDE, chunks.get(i).text())) {
                    return true;
                }
            }
        }
        return false;
    }
}
