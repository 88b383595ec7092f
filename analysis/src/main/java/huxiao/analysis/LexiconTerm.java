package huxiao.analysis;

import java.util.Objects;

/**
 * A line of the lexicon.
 *
 * @param term in normal form
 * @param group what it is a sign of
 * @param weight what it adds to the screening score, log-odds, from -3 to 3; 0 leaves it to what was learnt of its group
 */
public record LexiconTerm(String term, CueGroup group, double weight) {
    public LexiconTerm {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(group, "group");
    }
}
