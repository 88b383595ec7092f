package huxiao.bench.cloak;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import huxiao.model.Cloak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The tricks, each a function from a Chinese word to what is written in its place. Immutable, thread safe. */
final class Tricks {
    private static final String[] INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"};
    private static final String[] GAPS = {
        " ", ".", "*", "·", "丶", "/", "-", "_", "|", "~", "^", "+", "#", "…", "&", "、", "ˇ", "°", "﹏", "﹒", " . ", "**",
        "@"
    };
    private static final String[] MARKS = {"\u0336", "\u0335", "\u0338", "\u0332", "\u20dd"};
    /** Radicals that Unicode holds a second time (Kangxi Radicals) and that mean the same after NFKC. */
    private static final Map<Character, Character> RADICALS =
            Map.of('刀', '⼑', '血', '⾎', '火', '⽕', '人', '⼈', '自', '⾃', '手', '⼿', '尸', '⼫', '口', '⼝');
    /** Chance that a trick touches every character of a word rather than one. */
    private static final double WHOLE = 0.5;

    private final Map<String, List<String>> emoji = table("emoji.txt");
    private final Map<String, List<String>> shapes = table("shape.txt");
    private final Map<String, List<String>> parts = table("split.txt");
    private final Map<String, List<Character>> bySound = bySound();

    /** The word hidden by a trick, or the word itself where the trick does not apply. */
    String apply(Cloak trick, String word, Random random) {
        return switch (trick) {
            case WIDTH -> some(word, random, c -> width(c, random));
            case INVISIBLE -> between(word, INVISIBLE, random);
            case TRADITIONAL -> HanLP.convertToTraditionalChinese(word);
            case GAPS -> between(word, GAPS, random);
            case EMOJI -> emoji(word, random);
            case PINYIN -> some(word, random, Tricks::sound);
            case INITIALS -> initials(word);
            case HOMOPHONE -> some(word, random, c -> homophone(c, random));
            case SHAPE -> some(word, random, c -> pick(shapes, c, random));
            case SPLIT -> some(word, random, c -> pick(parts, c, random));
        };
    }

    private static String width(char c, Random random) {
        Character radical = RADICALS.get(c);
        return radical != null && random.nextBoolean() ? radical.toString() : c + MARKS[random.nextInt(MARKS.length)];
    }

    private static String between(String word, String[] signs, Random random) {
        if (word.length() < 2) {
            return word;
        }
        String sign = signs[random.nextInt(signs.length)];
        return String.join(sign, word.split(""));
    }

    /** Changes one character or all; where the drawn one cannot be changed, the first that can. */
    private static String some(String word, Random random, Function<Character, String> change) {
        boolean whole = random.nextDouble() < WHOLE;
        int drawn = random.nextInt(word.length());
        StringBuilder out = new StringBuilder();
        for (int step = 0; step < word.length(); step++) {
            out.append(whole || step == drawn ? change.apply(word.charAt(step)) : word.substring(step, step + 1));
        }
        for (int i = 0; i < word.length() && out.toString().equals(word); i++) {
            String other = change.apply(word.charAt(i));
            if (!other.equals(word.substring(i, i + 1))) {
                return word.substring(0, i) + other + word.substring(i + 1);
            }
        }
        return out.toString();
    }

    private String emoji(String word, Random random) {
        String best = "";
        for (String shown : emoji.keySet()) {
            if (word.contains(shown) && shown.length() > best.length()) {
                best = shown;
            }
        }
        if (best.isEmpty()) {
            return word;
        }
        List<String> pictures = emoji.get(best);
        int at = word.indexOf(best);
        return word.substring(0, at)
                + pictures.get(random.nextInt(pictures.size()))
                + word.substring(at + best.length());
    }

    /** The syllable of a character without its tone; what has none stands for itself. */
    static String sound(char c) {
        if (c == '血') {
            return "xue"; // the dictionary has the colloquial xie in front, which nobody types
        }
        Pinyin[] readings = PinyinDictionary.get(String.valueOf(c));
        return readings == null || readings[0] == Pinyin.none5 ? String.valueOf(c) : readings[0].getPinyinWithoutTone();
    }

    private static String initials(String word) {
        if (word.length() < 2 || word.length() > 4) {
            return word;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            out.append(sound(word.charAt(i)).charAt(0));
        }
        return out.toString();
    }

    private String homophone(char c, Random random) {
        List<Character> same = bySound.getOrDefault(sound(c), List.of());
        if (same.size() < 2) {
            return String.valueOf(c);
        }
        char drawn = c;
        while (drawn == c) {
            drawn = same.get(random.nextInt(same.size()));
        }
        return String.valueOf(drawn);
    }

    private static String pick(Map<String, List<String>> table, char c, Random random) {
        List<String> choices = table.get(String.valueOf(c));
        return choices == null ? String.valueOf(c) : choices.get(random.nextInt(choices.size()));
    }

    /** The 3,755 common characters of GB 2312 (its level 1, rows 16 to 55) by sound. */
    private static Map<String, List<Character>> bySound() {
        Charset gb = Charset.forName("GB2312");
        Map<String, List<Character>> bySound = new HashMap<>();
        for (int row = 0xb0; row <= 0xd7; row++) {
            for (int cell = 0xa1; cell <= 0xfe; cell++) {
                char c = new String(new byte[] {(byte) row, (byte) cell}, gb).charAt(0);
                if (Character.isIdeographic(c)) {
                    bySound.computeIfAbsent(sound(c), any -> new ArrayList<>()).add(c);
                }
            }
        }
        return bySound;
    }

    private static Map<String, List<String>> table(String name) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        try (InputStream in = Tricks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from the class path");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(columns -> table.put(columns[0], List.of(columns[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
        return table;
    }
}
