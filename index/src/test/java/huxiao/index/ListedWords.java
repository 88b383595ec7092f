package huxiao.index;

import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A segmenter of a few listed words, the longest first, else Latin runs and single characters; knows traditional forms as variants. */
public final class ListedWords implements Segmenter {
    private static final Map<Character, Character> SIMPLIFIED = Map.of('帶', '带', '學', '学', '殺', '杀');

    private final List<String> words;

    /** Of the given words. */
    public ListedWords(String... words) {
        this.words = List.of(words).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public List<Word> cut(String text) {
        String normal = normal(text);
        List<Word> cut = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int length = words.stream()
                    .filter(word -> normal.indexOf(word, from) == from)
                    .mapToInt(String::length)
                    .findFirst()
                    .orElse(run(text, at));
            if (Character.isLetterOrDigit(text.codePointAt(at))) {
                cut.add(new Word(normal.substring(at, at + length), at, at + length));
            }
            at += length;
        }
        return cut;
    }

    @Override
    public boolean keepsLetters(String text) {
        return normal(text).equals(text);
    }

    private static String normal(String text) {
        StringBuilder normal = new StringBuilder(text);
        for (int i = 0; i < normal.length(); i++) {
            normal.setCharAt(i, SIMPLIFIED.getOrDefault(normal.charAt(i), Character.toLowerCase(normal.charAt(i))));
        }
        return normal.toString();
    }

    private static int run(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) < 0x80 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > at ? end - at : Character.charCount(text.codePointAt(at));
    }
}
