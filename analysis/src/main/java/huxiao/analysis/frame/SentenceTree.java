package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The dependencies of one sentence, asked by word index. Relations are those named at {@link DependencyParser}. */
final class SentenceTree {
    /** A subject may stand with the verb that these lead up to: 他 准备 去 砍人. */
    private static final Set<String> SHARED_SUBJECT = Set.of("conj", "xcomp", "parataxis", "advcl", "dep", "aux:modal");

    private static final int DEEPEST = 6;

    private final int[] heads;
    private final String[] relations;
    private final List<List<Integer>> children = new ArrayList<>();

    /** A tree over {@code size} words; arcs that point outside are left out. */
    SentenceTree(int size, List<Arc> arcs) {
        heads = new int[size];
        relations = new String[size];
        for (int i = 0; i < size; i++) {
            heads[i] = -1;
            relations[i] = "";
            children.add(new ArrayList<>());
        }
        for (Arc arc : arcs) {
            if (arc.dependent() >= 0 && arc.dependent() < size && arc.head() < size) {
                heads[arc.dependent()] = arc.head();
                relations[arc.dependent()] = arc.relation();
                if (arc.head() >= 0) {
                    children.get(arc.head()).add(arc.dependent());
                }
            }
        }
    }

    /** Of the words {@code from} to before {@code to} the one that the others hang on. */
    int top(int from, int to) {
        for (int i = from; i < to; i++) {
            if (heads[i] < from || heads[i] >= to) {
                return i;
            }
        }
        return from;
    }

    int head(int word) {
        return heads[word];
    }

    boolean is(int word, String relation) {
        return relations[word].equals(relation);
    }

    /** The first child by one of these relations. */
    OptionalInt child(int word, String... asked) {
        for (String relation : asked) {
            for (int child : children.get(word)) {
                if (is(child, relation)) {
                    return OptionalInt.of(child);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The subject of a verb, or of the verbs that share it. */
    OptionalInt subject(int verb) {
        int at = verb;
        for (int depth = 0; depth < DEEPEST && at >= 0; depth++) {
            OptionalInt found = child(at, "nsubj");
            if (found.isPresent() || !SHARED_SUBJECT.contains(relations[at])) {
                return found;
            }
            at = heads[at];
        }
        return OptionalInt.empty();
    }

    /** Whether a denial hangs on the verb or on what leads up to it. */
    boolean isNegated(int verb) {
        if (child(verb, "neg").isPresent()) {
            return true;
        }
        return is(verb, "xcomp")
                && heads[verb] >= 0
                && child(heads[verb], "neg").isPresent();
    }
}
