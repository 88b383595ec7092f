package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;

/** The dependencies of one sentence, asked by word index. Relations are those named at {@link DependencyParser}. */
final class SentenceTree {
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

    /** The children of a word by one relation, in order. */
    List<Integer> children(int word, String relation) {
        return children.get(word).stream().filter(child -> is(child, relation)).toList();
    }

    /** Whether a denial hangs on the verb or on what leads up to it. */
    boolean isNegated(int verb) {
        boolean led = is(verb, "xcomp") && heads[verb] >= 0;
        return !children(verb, "neg").isEmpty()
                || (led && !children(heads[verb], "neg").isEmpty());
    }
}
