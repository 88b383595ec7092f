package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import huxiao.model.Cloak;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Walks the lattice of readings of one text, edge by edge, side by side with the tree of hidden terms, and collects the stretches that
 * can be read as a term although they are not written so. Bounded: {@link #STEPS} steps from each start, so that the whole is linear.
 * Not thread safe.
 */
final class TermWalk {
    /** Most steps from one start. */
    static final int STEPS = 150;
    /** Most matches kept of one text, so that memory is bounded; what is hidden more often is known by then. */
    static final int MOST_MATCHES = 2_000;
    /** Longest gap inside a term. */
    static final int LONGEST_GAP = 4;
    /** What may stand in a gap; stops and quotes end a sentence, they hide nothing. */
    private static final String NO_GAP = "。!?;:\n“”‘’\"()（）《》<>[]【】…";

    private static final double PINYIN = 0.4;
    private static final double LIKE_SOUND = 0.6;
    private static final double HOMOPHONE = 0.9;
    private static final double SHAPE = 1.2;
    private static final double SPLIT = 0.5;
    private static final double EMOJI = 0.4;
    private static final double GAP = 0.4;
    private static final double COMMA = 1.2;

    /** A stretch of the text read as something else; {@code read} is empty for a gap. */
    record Edge(int start, int end, String read, Cloak trick, double cost) {}

    /** A stretch of the text that can be read as a term; {@code fixed} where it is a code that means nothing else. */
    record Match(int start, int end, String term, List<Edge> edges, double cost, boolean fixed) {
        Match {
            edges = List.copyOf(edges);
        }

        Match dearer(double by) {
            return new Match(start, end, term, edges, cost + by, fixed);
        }
    }

    private final String text;
    private final HiddenTerms terms;
    private final CloakTables tables;
    private final List<Match> matches = new ArrayList<>();
    private final Deque<Edge> edges = new ArrayDeque<>();
    private int start;
    private int left;
    private long steps;

    TermWalk(String text, HiddenTerms terms, CloakTables tables) {
        this.text = text;
        this.terms = terms;
        this.tables = tables;
    }

    void add(List<Match> found) {
        matches.addAll(found.subList(0, Math.min(found.size(), MOST_MATCHES - matches.size())));
    }

    /** What was found so far. */
    List<Match> matches() {
        return matches;
    }

    /** Steps made so far. */
    long steps() {
        return steps;
    }

    /** Looks for terms that begin at a unit. */
    void from(int at) {
        if (matches.size() < MOST_MATCHES) {
            start = at;
            left = STEPS;
            step(terms.root(), at);
        }
    }

    private void step(HiddenTerms.Node node, int at) {
        steps++;
        if (--left < 0) {
            return;
        }
        if (!node.term().isEmpty() && !edges.isEmpty() && !endsInGap(at) && isTerm(node)) {
            List<Edge> found = new ArrayList<>(edges);
            double cost = found.stream().mapToDouble(Edge::cost).sum();
            add(List.of(new Match(start, at, node.term(), found, cost, false)));
        }
        if (at == text.length()) {
            return;
        }
        char c = text.charAt(at);
        HiddenTerms.Node same = node.next(c);
        if (same != null) {
            step(same, at + 1);
        }
        if (Normaliser.isHan(c)) {
            sounds(node, at, c);
        } else if (c >= 'a' && c <= 'z') {
            letters(node, at);
        } else if (node.depth() > 0) {
            gap(node, at);
        }
        if (tables.stands(c)) {
            stands(node, at, tables.shapes(c), Cloak.SHAPE, SHAPE);
            stands(node, at, tables.parts(c), Cloak.SPLIT, SPLIT);
            stands(node, at, tables.pictures(c), Cloak.EMOJI, EMOJI);
        }
    }

    /** A single character is only looked for in its parts; whatever else stands for it is a character of other words. */
    private boolean isTerm(HiddenTerms.Node node) {
        return node.depth() > 1 || edges.getLast().trick() == Cloak.SPLIT;
    }

    private boolean endsInGap(int at) {
        return edges.getLast().trick() == Cloak.GAPS && edges.getLast().end() == at;
    }

    private void take(HiddenTerms.Node next, Edge edge) {
        edges.addLast(edge);
        step(next, edge.end());
        edges.removeLast();
    }

    private void sounds(HiddenTerms.Node node, int at, char c) {
        int sound = Sounds.of(c);
        if (sound == Sounds.NONE || tables.isCommon(c)) {
            return;
        }
        HiddenTerms.Node[] alike = node.sounding(Sounds.folded(sound));
        if (alike.length == 0 || isInWord(at)) {
            return;
        }
        for (HiddenTerms.Node next : alike) {
            if (next.character() != c && next.isTelling()) {
                double cost = next.sounds(sound) ? HOMOPHONE : HOMOPHONE + LIKE_SOUND;
                take(next, new Edge(at, at + 1, String.valueOf(next.character()), Cloak.HOMOPHONE, cost));
            }
        }
    }

    /** Whether the character makes an ordinary word with a neighbour; a guard in front of the costly one. */
    private boolean isInWord(int at) {
        return (at > 0 && CoreDictionary.contains(text.substring(at - 1, at + 1)))
                || (at + 1 < text.length() && CoreDictionary.contains(text.substring(at, at + 2)));
    }

    private void letters(HiddenTerms.Node node, int at) {
        int end = at;
        while (end < text.length() && end - at < Sounds.LONGEST && isLetter(text.charAt(end))) {
            end++;
            int sound = Sounds.spelt(text.substring(at, end));
            if (sound != Sounds.NONE) {
                for (HiddenTerms.Node next : node.sounding(Sounds.folded(sound))) {
                    if (next.sounds(sound)) {
                        take(next, new Edge(at, end, String.valueOf(next.character()), Cloak.PINYIN, PINYIN));
                    }
                }
            }
        }
    }

    private void gap(HiddenTerms.Node node, int at) {
        int end = at;
        double cost = GAP;
        while (end < text.length() && end - at < LONGEST_GAP && isGap(text.charAt(end))) {
            cost = ",，、".indexOf(text.charAt(end)) >= 0 ? COMMA : cost;
            end++;
        }
        boolean ellipsis = text.startsWith("..", at);
        if (end > at && end < text.length() && !ellipsis) {
            take(node, new Edge(at, end, "", Cloak.GAPS, cost));
        }
    }

    private void stands(HiddenTerms.Node node, int at, CloakTables.Stand[] stands, Cloak trick, double cost) {
        for (CloakTables.Stand stand : stands) {
            if (text.startsWith(stand.written(), at)) {
                HiddenTerms.Node next = node.next(stand.meant());
                if (next != null && next.isTelling()) {
                    take(next, new Edge(at, at + stand.written().length(), stand.meant(), trick, cost));
                }
            }
        }
    }

    static boolean isGap(char c) {
        return (c == 'ˇ' || !Character.isLetterOrDigit(c)) && !Character.isSurrogate(c) && NO_GAP.indexOf(c) < 0;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
