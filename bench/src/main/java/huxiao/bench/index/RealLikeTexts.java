package huxiao.bench.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Any number of texts of real clauses put together anew, with names of schools, and now and then a number or an account that nobody has
 * written before, as in real posts. The same number gives the same text.
 */
final class RealLikeTexts {
    /** Behind a sign that ends a clause. */
    private static final Pattern CLAUSE = Pattern.compile("(?<=[，。！？；,!?;\\n…])");

    private static final int FEWEST = 2;
    private static final int MOST = 7;
    private static final double NAMES_A_SCHOOL = 0.4;
    private static final double HOLDS_A_NUMBER = 0.1;

    private final List<String> clauses = new ArrayList<>();
    private final List<String> names;

    /**
     * @param texts to be taken apart
     * @param names of schools
     */
    RealLikeTexts(List<String> texts, List<String> names) {
        for (String text : texts) {
            CLAUSE.splitAsStream(text).filter(RealLikeTexts::saysSomething).forEach(clauses::add);
        }
        this.names = List.copyOf(names);
    }

    String of(long number) {
        SplittableRandom random = new SplittableRandom(~number);
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(FEWEST, MOST);
        int named = random.nextDouble() < NAMES_A_SCHOOL ? random.nextInt(count) : -1;
        for (int i = 0; i < count; i++) {
            if (i == named) {
                text.append(names.get(random.nextInt(names.size()))).append('，');
            }
            text.append(clauses.get(random.nextInt(clauses.size())));
        }
        if (random.nextDouble() < HOLDS_A_NUMBER) {
            text.append(number(random));
        }
        return text.toString();
    }

    private static boolean saysSomething(String clause) {
        return clause.codePoints().filter(Character::isLetterOrDigit).count() > 1;
    }

    private static String number(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "加wx" + Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
            case 1 -> "高" + "一二三".charAt(random.nextInt(3)) + "(" + (1 + random.nextInt(30)) + ")班";
            case 2 -> String.format(Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60));
            default -> random.nextInt(10_000) + "块";
        };
    }
}
