package huxiao.analysis;

import huxiao.model.Stage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a stage of schooling near a name: 高三, 初二, 一年级, 大班. Pure functions. */
final class StageWords {
    /** How far around a name they are looked for, units. */
    private static final int REACH = 12;

    private static final Set<Stage> PRIMARY = EnumSet.of(Stage.PRIMARY, Stage.NINE_YEAR, Stage.TWELVE_YEAR);
    private static final Set<Stage> JUNIOR =
            EnumSet.of(Stage.JUNIOR, Stage.COMPLETE, Stage.NINE_YEAR, Stage.TWELVE_YEAR);
    private static final Set<Stage> SENIOR =
            EnumSet.of(Stage.SENIOR, Stage.COMPLETE, Stage.TWELVE_YEAR, Stage.VOCATIONAL);
    private static final Map<Pattern, Set<Stage>> WORDS = Map.of(
            Pattern.compile("[大中小托]班"), EnumSet.of(Stage.KINDERGARTEN),
            Pattern.compile("[一二三四五六]年级|小学生"), PRIMARY,
            Pattern.compile("初[一二三]|[七八九]年级|中考|初中生"), JUNIOR,
            Pattern.compile("高[一二三](?!个)|高考|高中生|联考"), SENIOR);

    private static final Pattern CLASS =
            Pattern.compile("^(?:[大中小托]班|初[一二三]|高[一二三]|[一二三四五六七八九]年级|一个年级|[一二三四五六][0-9一二三四五六七八九]?班)");

    private StageWords() {}

    /** Whether a class is named right there: 初二, 大班. */
    static boolean startsAt(String text, int at) {
        return CLASS.matcher(text.substring(at, Math.min(text.length(), at + REACH)))
                .find();
    }

    /** The stages that the words near units {@code start} to {@code end} speak of; empty when there are none. */
    static Set<Stage> near(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - REACH), start);
        String after = text.substring(end, Math.min(text.length(), end + REACH));
        Map<Stage, Boolean> found = new EnumMap<>(Stage.class);
        WORDS.forEach((words, stages) -> {
            if (words.matcher(before).find() || words.matcher(after).find()) {
                stages.forEach(stage -> found.put(stage, true));
            }
        });
        return found.keySet();
    }
}
