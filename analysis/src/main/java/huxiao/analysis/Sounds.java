package huxiao.analysis;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sounds of characters without tones, as small numbers, and folded: zh and z, ch and c, sh and s are one, as in the speech of half
 * the country. From HanLP's pinyin dictionary. Immutable, thread safe.
 */
final class Sounds {
    /** The sound of what has none. */
    static final int NONE = 0;
    /** Longest syllable, letters: zhuang. */
    static final int LONGEST = 6;

    /** By which sound people type a character where the dictionary has another in front. */
    private static final Map<Character, String> TYPED = Map.of('血', "xue", '弹', "dan", '埋', "mai", '勒', "lei");

    private static final Map<String, Integer> SYLLABLES = new HashMap<>();
    private static final Map<String, Integer> FOLDED_SYLLABLES = new HashMap<>();
    private static final short[] EXACT = new short[Character.MAX_VALUE + 1];
    private static final short[] FOLDED = new short[Character.MAX_VALUE + 1];
    private static final List<Integer> FOLD_OF = new ArrayList<>(List.of(NONE));

    static {
        for (Pinyin pinyin : Pinyin.values()) {
            String syllable = pinyin.getPinyinWithoutTone();
            if (pinyin != Pinyin.none5 && isLetters(syllable) && !SYLLABLES.containsKey(syllable)) {
                SYLLABLES.put(syllable, SYLLABLES.size() + 1);
                FOLD_OF.add(FOLDED_SYLLABLES.computeIfAbsent(fold(syllable), any -> FOLDED_SYLLABLES.size() + 1));
            }
        }
        for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
            EXACT[c] = (short) read(c);
            FOLDED[c] = (short) folded(EXACT[c]);
        }
    }

    private Sounds() {}

    /** The commonest sound of a character, or {@link #NONE}. */
    static int of(char c) {
        return EXACT[c];
    }

    /** That sound folded. */
    static int foldedOf(char c) {
        return FOLDED[c];
    }

    private static int read(char c) {
        String typed = TYPED.get(c);
        if (typed != null) {
            return spelt(typed);
        }
        Pinyin[] readings = PinyinDictionary.get(String.valueOf(c));
        return readings == null ? NONE : spelt(readings[0].getPinyinWithoutTone());
    }

    /** A sound folded. */
    static int folded(int sound) {
        return FOLD_OF.get(sound);
    }

    /** Number of folded sounds, {@link #NONE} included. */
    static int foldedCount() {
        return FOLDED_SYLLABLES.size() + 1;
    }

    /** The sound that letters spell, or {@link #NONE}. */
    static int spelt(String letters) {
        return SYLLABLES.getOrDefault(letters, NONE);
    }

    /** Whether letters are syllables from end to end. Linear: no more than {@link #LONGEST} looks back from each letter. */
    static boolean areSyllables(String text, int start, int end) {
        boolean[] reached = new boolean[end - start + 1];
        reached[0] = true;
        for (int at = 1; at < reached.length; at++) {
            for (int length = 1; length <= Math.min(LONGEST, at) && !reached[at]; length++) {
                reached[at] =
                        reached[at - length] && SYLLABLES.containsKey(text.substring(start + at - length, start + at));
            }
        }
        return reached[end - start];
    }

    private static boolean isLetters(String syllable) {
        return syllable.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String fold(String syllable) {
        return syllable.length() > 2 && syllable.charAt(1) == 'h'
                ? syllable.charAt(0) + syllable.substring(2)
                : syllable;
    }
}
