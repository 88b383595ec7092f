package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import java.util.List;

/**
 * A text as it was read: normal form, words, terms of the lexicon, mentions of schools.
 *
 * @param text in normal form
 * @param words HanLP's terms with offsets into it
 * @param cues terms of the lexicon, those of one character only where they are a word
 * @param mentions of schools of the city
 */
record Reading(String text, List<Term> words, List<Automaton.Cue> cues, List<Mention> mentions) {
    Reading {
        words = List.copyOf(words);
        cues = List.copyOf(cues);
        mentions = List.copyOf(mentions);
    }

    boolean has(CueGroup group) {
        return cues.stream().anyMatch(cue -> cue.group() == group);
    }

    boolean hasAny(CueGroup... groups) {
        for (CueGroup group : groups) {
            if (has(group)) {
                return true;
            }
        }
        return false;
    }

    int count(CueGroup group) {
        return (int) cues.stream()
                .filter(cue -> cue.group() == group)
                .map(Automaton.Cue::term)
                .distinct()
                .count();
    }
}
