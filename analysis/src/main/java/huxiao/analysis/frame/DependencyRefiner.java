package huxiao.analysis.frame;

import huxiao.model.ThreatFrame.Mode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Corrects actor, target and denial of the main act by the dependencies of its sentence. What the parser leaves open stays as the
 * words say. Pure but for the parser's limit of time.
 */
final class DependencyRefiner {
    /** Names a frame that dependencies had a say in, in {@link Frame#parser()}. */
    static final String DEPENDENCIES = "dependencies";
    /** Names one for which the parser was asked in vain. */
    static final String SKIPPED = "skipped";

    private final FrameReader.Framed framed;
    private final FrameReader.Account main;
    private final List<Chunk> chunks;
    private final List<FrameText.Word> words = new ArrayList<>();

    private DependencyRefiner(FrameReader.Framed framed, FrameReader.Account main) {
        this.framed = framed;
        this.main = main;
        this.chunks = framed.chunks();
        int sentence = framed.clauses().get(main.clause()).sentence();
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Clause clause : framed.clauses()) {
            if (clause.sentence() == sentence) {
                start = Math.min(start, chunks.get(clause.from()).start());
                end = Math.max(end, chunks.get(clause.to() - 1).end());
            }
        }
        for (FrameText.Word word : framed.text().words()) {
            if (word.start() >= start && word.end() <= end && !word.text().isBlank()) {
                words.add(word);
            }
        }
    }

    static FrameReading refine(FrameReader.Framed framed, DependencyParser parser, FrameSettings settings) {
        FrameReading plain = framed.reading();
        Optional<FrameReader.Account> main = framed.main();
        if (main.isEmpty()) {
            return plain;
        }
        DependencyRefiner refiner = new DependencyRefiner(framed, main.get());
        if (refiner.words.isEmpty() || refiner.words.size() > settings.longest()) {
            return new FrameReading(plain.frame().readBy(SKIPPED), plain.staffAccused());
        }
        List<String> sentence = refiner.words.stream().map(FrameText.Word::text).toList();
        return parser.parse(sentence, settings.limit())
                .map(arcs -> refiner.refined(new SentenceTree(sentence.size(), arcs)))
                .orElseGet(() -> new FrameReading(plain.frame().readBy(SKIPPED), plain.staffAccused()));
    }

    private FrameReading refined(SentenceTree tree) {
        Chunk act = chunks.get(main.act());
        int from = firstWord(act.start());
        int to = firstWord(act.end());
        FrameReader.Account account = from < to ? account(tree, tree.top(from, to)) : main;
        FrameReader.Framed better = framed.replacing(main, account);
        return new FrameReading(
                better.frame(account).readBy(DEPENDENCIES), better.reading().staffAccused());
    }

    /** The first word that ends behind a unit of the text. */
    private int firstWord(int unit) {
        int i = 0;
        while (i < words.size() && words.get(i).end() <= unit) {
            i++;
        }
        return i;
    }

    private FrameReader.Account account(SentenceTree tree, int verb) {
        Roles plain = main.roles();
        boolean passive = plain.passive();
        boolean suffered = chunks.get(main.act()).act().orElseThrow().isSuffered();
        Optional<Phrase> subject = person(tree.children(verb, "nsubj"))
                .or(() -> headOfClause(tree, verb))
                .filter(found -> !passive);
        Optional<Phrase> suffers = passive
                ? person(tree.children(verb, "nsubjpass"))
                : person(tree.children(verb, "dobj")).or(() -> suffered ? subject : Optional.empty());
        Optional<Phrase> target = plain.target().or(() -> suffers);
        Optional<Phrase> actor =
                plain.actor().or(() -> suffered ? Optional.empty() : subject.filter(found -> !found.begins(target)));
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        modes.addAll(main.modes());
        if (tree.isNegated(verb)) {
            modes.add(Mode.NEGATED);
        }
        Roles roles = new Roles(actor, target, plain.means(), plain.place(), passive);
        return main.with(roles, modes, framed.actors().of(main.clause(), main.act(), roles, modes));
    }

    /** 打人的那个学生: the noun that a relative clause hangs on. */
    private Optional<Phrase> headOfClause(SentenceTree tree, int verb) {
        boolean relative = tree.is(verb, "acl") && tree.head(verb) >= 0;
        return relative ? person(List.of(tree.head(verb))) : Optional.empty();
    }

    /** The first phrase of persons in the act's clause that holds one of these words. */
    private Optional<Phrase> person(List<Integer> among) {
        Clause clause = framed.clauses().get(main.clause());
        return Phrase.within(chunks, clause.from(), clause.to()).stream()
                .filter(phrase -> phrase.isPerson(chunks))
                .filter(phrase -> among.stream()
                        .anyMatch(word -> holds(phrase, words.get(word).start())))
                .findFirst();
    }

    private boolean holds(Phrase phrase, int unit) {
        return chunks.get(phrase.from()).start() <= unit
                && unit < chunks.get(phrase.to() - 1).end();
    }
}
