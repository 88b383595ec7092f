package huxiao.bench.cloak;

import huxiao.analysis.Lexicon;
import huxiao.analysis.LexiconTerm;
import huxiao.model.Cloak;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Hides the danger words of a text by one trick. The same text, trick and seed give the same answer. What the analysis uses to
 * undo tricks is not used here: homophones are any of GB 2312's common characters with the same sound, pictures, shapes and
 * parts come from lists of their own. Immutable, thread safe.
 */
public final class Cloaker {
    /** Words of one character that are hidden; other single characters of the lexicon are mostly parts of innocent words. */
    private static final String ALONE = "砍捅血炸揍毒";

    private static final int LONGEST = 8;

    private final Set<String> words = new HashSet<>();
    private final Tricks tricks = new Tricks();

    /** Hides the danger words of the given lexicon. */
    public Cloaker(Lexicon lexicon) {
        for (LexiconTerm term : lexicon.terms()) {
            String word = term.term();
            if (term.group().isHidden() && word.length() <= LONGEST && isHan(word)) {
                if (word.length() > 1 || ALONE.contains(word)) {
                    words.add(word);
                }
            }
        }
    }

    /** The text with every danger word hidden by the trick; the same text when the trick applies to none of them. */
    public String cloak(String text, Cloak trick, Random seed) {
        return replace(text, word -> tricks.apply(trick, word, seed));
    }

    /** The text with every danger word hidden by a trick of its own, drawn from those that apply to it. */
    public String mixed(String text, Random seed) {
        return replace(text, word -> {
            List<String> hidden = List.of(Cloak.values()).stream()
                    .map(trick -> tricks.apply(trick, word, seed))
                    .filter(said -> !said.equals(word))
                    .toList();
            return hidden.isEmpty() ? word : hidden.get(seed.nextInt(hidden.size()));
        });
    }

    /** Whether the text holds a word that would be hidden. */
    public boolean applies(String text) {
        boolean[] found = new boolean[1];
        replace(text, word -> {
            found[0] = true;
            return word;
        });
        return found[0];
    }

    private String replace(String text, UnaryOperator<String> hide) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = longestWord(text, i);
            if (length == 0) {
                out.append(text.charAt(i));
                i++;
            } else {
                out.append(hide.apply(text.substring(i, i + length)));
                i += length;
            }
        }
        return out.toString();
    }

    private int longestWord(String text, int at) {
        for (int length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
            if (words.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isHan(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }
}
