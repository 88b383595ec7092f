package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of the lexicon that people hide, as a tree of characters with the sound of each: those of danger to persons. Only what holds
 * a telling character is looked for behind other characters; the rest only where letters or signs stand among its own. Immutable,
 * thread safe.
 */
final class HiddenTerms {
    /** Longest term that is looked for, characters. */
    static final int LONGEST = 8;

    private static final Node[] NOBODY = {};

    /** A place in the tree: what may follow, and the term that ends here. */
    static final class Node {
        private final char character;
        private final int depth;
        private final int sound;
        private final List<Node> children = new ArrayList<>(2);
        private char[] characters = {};
        private Node[] byCharacter = {};
        private int[] foldedSounds = {};
        private Node[][] bySound = {};
        private boolean telling;
        private String term = "";

        private Node(char character, int depth) {
            this.character = character;
            this.depth = depth;
            this.sound = Sounds.of(character);
        }

        /** The character that leads here. */
        char character() {
            return character;
        }

        /** Whether a term with a telling character leads through here or ends here. */
        boolean isTelling() {
            return telling;
        }

        /** Number of characters from the root. */
        int depth() {
            return depth;
        }

        /** The term that ends here; empty where none does. */
        String term() {
            return term;
        }

        /** The place behind a character, or null. */
        Node next(char c) {
            int at = Arrays.binarySearch(characters, c);
            return at < 0 ? null : byCharacter[at];
        }

        /** The place behind a word, or null. */
        Node next(String word) {
            Node node = this;
            for (int i = 0; i < word.length() && node != null; i++) {
                node = node.next(word.charAt(i));
            }
            return node;
        }

        /** The places behind a character of a folded sound. */
        Node[] sounding(int folded) {
            int at = Arrays.binarySearch(foldedSounds, folded);
            return at < 0 ? NOBODY : bySound[at];
        }

        private Node child(char c) {
            for (Node child : children) {
                if (child.character == c) {
                    return child;
                }
            }
            Node child = new Node(c, depth + 1);
            children.add(child);
            return child;
        }

        /** Lays the places below out for searching. */
        private void settle() {
            children.sort(Comparator.comparing(Node::character));
            byCharacter = children.toArray(Node[]::new);
            characters = new char[byCharacter.length];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = byCharacter[i].character;
            }
            foldedSounds = children.stream()
                    .mapToInt(child -> Sounds.folded(child.sound))
                    .distinct()
                    .sorted()
                    .toArray();
            bySound = new Node[foldedSounds.length][];
            for (int i = 0; i < foldedSounds.length; i++) {
                int folded = foldedSounds[i];
                bySound[i] = children.stream()
                        .filter(child -> Sounds.folded(child.sound) == folded)
                        .toArray(Node[]::new);
            }
            children.forEach(Node::settle);
        }

        /** Whether the character that leads here sounds exactly so. */
        boolean sounds(int exact) {
            return sound == exact;
        }
    }

    private final Node root = new Node('\0', 0);
    private final BitSet tellingPairs = new BitSet();
    private final BitSet plainPairs = new BitSet();
    private final Map<String, Boolean> likeliestOfSound = new HashMap<>();

    HiddenTerms(Lexicon lexicon, CloakTables tables) {
        for (LexiconTerm line : lexicon.terms()) {
            String term = line.term();
            if (line.group().isHidden()
                    && term.length() <= LONGEST
                    && term.chars().allMatch(c -> Normaliser.isHan((char) c))) {
                add(term, term.chars().anyMatch(c -> tables.isTelling((char) c)));
            }
        }
        root.settle();
        rank();
    }

    private void add(String term, boolean telling) {
        Node node = root;
        for (int i = 0; i < term.length(); i++) {
            Node next = node.child(term.charAt(i));
            next.telling |= telling;
            if (i > 0) {
                (telling ? tellingPairs : plainPairs).set(pair(Sounds.folded(node.sound), Sounds.folded(next.sound)));
            }
            node = next;
        }
        node.term = term;
        likeliestOfSound.put(term, term.length() > 2);
    }

    Node root() {
        return root;
    }

    /** Whether in some term with a telling character one of the one folded sound stands before one of the other. */
    boolean hasTellingPair(int left, int right) {
        return tellingPairs.get(pair(left, right));
    }

    /** Whether that is so in any term. */
    boolean hasPair(int left, int right) {
        return hasTellingPair(left, right) || plainPairs.get(pair(left, right));
    }

    private static int pair(int left, int right) {
        return left * Sounds.foldedCount() + right;
    }

    /** Whether, of all words that sound so, the term is the likeliest: 自杀, but not 打架, which sounds like 大家. */
    boolean isLikeliestOfSound(String term) {
        return likeliestOfSound.getOrDefault(term, false);
    }

    private void rank() {
        Map<Integer, List<Character>> bySound = new HashMap<>();
        for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
            bySound.computeIfAbsent(Sounds.of(c), any -> new ArrayList<>()).add(c);
        }
        likeliestOfSound.replaceAll((term, is) -> is || (term.length() == 2 && isLikeliest(term, bySound)));
    }

    private static boolean isLikeliest(String term, Map<Integer, List<Character>> bySound) {
        int known = CoreDictionary.getTermFrequency(term);
        for (char first : bySound.get(Sounds.of(term.charAt(0)))) {
            for (char second : bySound.get(Sounds.of(term.charAt(1)))) {
                String other = new String(new char[] {first, second});
                if (!other.equals(term) && CoreDictionary.getTermFrequency(other) > known) {
                    return false;
                }
            }
        }
        return known > 0;
    }
}
