package huxiao.analysis.frame;

import java.util.Optional;

/**
 * Who acts, who suffers, with what and where, of one act in its clause: subject and object by their place in the sentence, 被 and 把,
 * prepositions, head nouns of relative clauses, topics, and subjects carried over from the clauses before. Pure; looks at a bounded
 * stretch around the act.
 *
 * @param actor who does it
 * @param target to whom
 * @param means with what
 * @param place where
 * @param passive whether 被 stands before the act
 */
record Roles(
        Optional<Phrase> actor,
        Optional<Phrase> target,
        Optional<Phrase> means,
        Optional<Phrase> place,
        boolean passive) {}
