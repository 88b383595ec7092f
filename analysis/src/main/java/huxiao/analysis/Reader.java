package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Place;
import huxiao.model.Post;
import huxiao.model.Schools;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads a text: one automaton pass, words, mentions. Immutable, thread safe. */
final class Reader {
    private final HanlpSegmenter segmenter;
    private final Automaton automaton;
    private final SchoolLinker linker;
    /** Nothing where posts are read only as they are written. */
    private final Optional<Readings> readings;

    Reader(Lexicon lexicon, Schools schools, List<Place> places, LinkingSettings linking) {
        this.segmenter = new HanlpSegmenter();
        SchoolNames names = new SchoolNames(schools);
        this.automaton = new Automaton(lexicon, names);
        this.linker = new SchoolLinker(schools, names, places, linking);
        this.readings = Optional.of(new Readings(lexicon, segmenter));
    }

    private Reader(Reader other) {
        this.segmenter = other.segmenter;
        this.automaton = other.automaton;
        this.linker = other.linker;
        this.readings = Optional.empty();
    }

    /** The same, reading posts only as they are written. */
    Reader asWritten() {
        return new Reader(this);
    }

    SchoolLinker linker() {
        return linker;
    }

    /** The ways to read a post, as it is written first. */
    List<Document> documents(Post post, int maxChars) {
        return readings.map(found -> Document.readings(post, maxChars, found))
                .orElseGet(() -> List.of(Document.of(post, maxChars)));
    }

    List<Automaton.Cue> cues(String text) {
        return automaton.find(text).cues();
    }

    void skim(String text, Automaton.Skim skim) {
        automaton.skim(text, skim);
    }

    boolean mayNameSchool(String text, Automaton.Skim skim) {
        return linker.mayName(text, skim.names());
    }

    Reading read(String text, Post post) {
        Automaton.Hits hits = automaton.find(text);
        List<Term> words = segmenter.terms(text);
        return new Reading(
                text, words, wholeWords(hits.cues(), words, text.length()), linker.mentions(text, hits, words, post));
    }

    /** The cues, those of one character only where HanLP cuts them out as a word: 刀, but not the 打 of 打印. */
    private static List<Automaton.Cue> wholeWords(List<Automaton.Cue> cues, List<Term> words, int length) {
        BitSet single = new BitSet(length);
        for (Term word : words) {
            if (word.word.length() == 1) {
                single.set(word.offset);
            }
        }
        return cues.stream()
                .filter(cue -> cue.end() - cue.start() > 1 || single.get(cue.start()))
                .toList();
    }
}
