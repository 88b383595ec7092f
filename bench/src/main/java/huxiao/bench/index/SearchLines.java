package huxiao.bench.index;

import huxiao.index.text.Tokens;
import huxiao.model.School;
import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Searches as analysts keep them, in words of real texts: words, phrases, words close together, schools with a level, long lists of
 * words, words without others. Words of one character and those of more than one text in a hundred are not used, since nobody wants to
 * be told of them.
 */
final class SearchLines {
    private static final int RAREST = 3;
    private static final int MOST_FREQUENT = 100;
    private static final List<String> LEVELS = List.of("蓝", "黄", "橙", "红");
    private static final List<String> CATEGORIES = List.of("欺凌", "暴力威胁", "食品卫生", "自伤", "诈骗", "交通隐患");

    private final List<List<String>> texts;
    private final List<String> vocabulary;
    private final List<School> schools;
    private final SplittableRandom random = new SplittableRandom(81);

    SearchLines(List<String> texts, List<School> schools, Segmenter segmenter) {
        List<List<String>> cut = texts.stream()
                .map(text -> segmenter.cut(text).stream().map(Word::text).toList())
                .toList();
        Map<String, Integer> frequencies = new HashMap<>();
        cut.forEach(words -> words.stream().distinct().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        frequencies
                .entrySet()
                .removeIf(entry -> entry.getKey().length() < 2
                        || entry.getKey().contains("\"")
                        || entry.getKey().contains("\\")
                        || !Tokens.isSearchable(entry.getKey())
                        || entry.getValue() < RAREST
                        || entry.getValue() > texts.size() / MOST_FREQUENT);
        this.texts = cut.stream()
                .map(words -> words.stream().filter(frequencies::containsKey).toList())
                .filter(words -> words.size() >= 3)
                .toList();
        this.vocabulary = frequencies.keySet().stream().sorted().toList();
        this.schools = schools;
    }

    List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line(i % 20)).toList();
    }

    private String line(int kind) {
        return switch (kind) {
            case 0, 1, 2 -> word();
            case 3, 4, 5, 6 -> words(2);
            case 7, 8, 9 -> "\"" + String.join("", run(2)) + "\"";
            case 10, 11 -> String.join(" NEAR/" + (2 + random.nextInt(15)) + " ", quoted(run(2)));
            case 12, 13 -> "学校:" + school() + " 级别>=" + LEVELS.get(random.nextInt(LEVELS.size()));
            case 14 -> "学校:" + school() + " 类别:" + CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            case 15, 16 -> "(" + list(4 + random.nextInt(8)) + ") 级别>=黄";
            case 17 -> "(" + list(3) + ") (" + list(3) + ")";
            case 18 -> words(1) + " -" + word() + " 时间:近7天";
            default -> "学校:" + school() + " " + words(1) + " -(" + list(2) + ")";
        };
    }

    private String school() {
        return schools.get(random.nextInt(schools.size())).code();
    }

    private String word() {
        return "\"" + vocabulary.get(random.nextInt(vocabulary.size())) + "\"";
    }

    /** Words that stand in one text. */
    private String words(int count) {
        return String.join(" ", quoted(run(count)));
    }

    private String list(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" OR "));
    }

    /** So many words of a text, one after the other but for words that are not used. */
    private List<String> run(int count) {
        List<String> words = texts.get(random.nextInt(texts.size()));
        int from = random.nextInt(words.size() - count + 1);
        return words.subList(from, from + count);
    }

    private static List<String> quoted(List<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add("\"" + word + "\""));
        return quoted;
    }
}
