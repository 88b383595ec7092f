package huxiao.analysis;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a school's name from characters that only look like one: 一中 in 一中午, 三中 in 三中全会, 育才小 in 育才小区. Pure functions.
 */
final class NameBoundary {
    /** Names up to this length need word boundaries; longer ones stand for themselves. */
    private static final int SHORT = 3;

    private static final Pattern NUMBERED = Pattern.compile("(?:.*[市县区])?第?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:中|小|幼)|附中");
    /** What follows a school all the same: 一中心理老师, 一中年级组, 一中期末考. */
    private static final Pattern SCHOOL_AFTER = Pattern.compile("^(?:心理|心声|文[科综艺学化]|年级|年检|期[末中]|国[际旗庆学歌]|奖学|选[修课]|等级)");
    /** What follows "一中" and the like when no school is meant: 一中午, 三中全会, 五中一台, 二中择一, 一小时. */
    private static final String NOT_AFTER = "午间央国途等心文年性型旬期点毒断枪弹箭奖择全选取之时部块段口撮胜步会半袋把截瓣片伙孩童虫儿签队";
    /** The like after two characters: 市一中院 is a court, 三中一带二 a play, 八中取三 and 三中二 are odds. */
    private static final Pattern NOT_AFTER_WORDS = Pattern.compile(
            "^(?:[一二三四五六七八九十]?带[一二三四]|[一二三四五六七八九十两]选|一西|[一二三四五六七八九十][胜晚早天]|院|法院|级法院|医院|心医|就不错|药|式|考(?!试|点|场)|子又|区[^别])");
    /** What stands before "一中" and the like when no school is meant: 其一中, 高一中途, 10投3中. */
    private static final String NOT_BEFORE = "其唯统初高投射命猜每逐之万百千0123456789.%两几第";
    /** The like before, in two characters: 他们俩是二中年纪, 彩票三中二, 考前五中一选. */
    private static final Pattern ODDS = Pattern.compile("^[一二三四五六七八九十两](?:$|[，。,.!?！？ ]|选)");

    private static final Set<String> AFTER_SCHOOL = Set.of(
            "学", "校", "门", "的", "老", "家", "放", "操", "食", "宿", "旁", "对", "附", "后", "北", "南", "东", "西", "班", "教", "保",
            "同", "读", "上", "念", "今", "昨", "明", "有", "开", "高", "初", "毕", "考", "篮", "足");
    /** After a name that ends in 小, 中 or 幼: the rest of another word. */
    private static final String OTHER_WORD = "区巷镇店吃轿卖票城馆工稚型";

    /** What names of schools end in; others, such as 小太阳 and 外国语, are words of everyday life too. */
    private static final String SCHOOL_ENDINGS = "学校中小幼园附部区心";

    private static final int REACH = 12;
    private static final Pattern SCHOOL_WORDS = Pattern.compile(
            "学[生校期费霸]|[同开放入]学|校|师|班|园|孩|娃|家长|门口|宿舍|寝室|食堂|寄宿|住校|初[一二三中]|高[一二三中]|年级|操场|月考|中考|毕业|招生|录取|艺术节|运动会|考");
    private static final Pattern SUBJECT = Pattern.compile("^(?:学得|学不|学了|学起|大学|学院|系|专业|翻译|老师难|太难)");

    /** A number behind what says whose it is: 市八中, whatever HanLP makes of 市八中东门. */
    private static final Pattern FRONTED = Pattern.compile("[市县区]第?(?:[一二三四五六七八九十]{1,2}|\\d{1,2})(?:中|小|幼)");

    private NameBoundary() {}

    /** Whether the characters stand there as a name, not as parts of other words. */
    static boolean holds(String text, Automaton.Name name, TermIndex words) {
        String form = name.name();
        char before = name.start() == 0 ? ' ' : text.charAt(name.start() - 1);
        char after = name.end() == text.length() ? ' ' : text.charAt(name.end());
        char last = form.charAt(form.length() - 1);
        if (last == '小' && OTHER_WORD.indexOf(after) >= 0) {
            return false;
        }
        if (NUMBERED.matcher(form).matches()) {
            String rest = text.substring(name.end(), Math.min(text.length(), name.end() + 4));
            if ((NOT_AFTER.indexOf(after) >= 0 && !SCHOOL_AFTER.matcher(rest).find())
                    || NOT_AFTER_WORDS.matcher(rest).find()
                    || ODDS.matcher(rest).find()
                    || (!form.startsWith("第") && NOT_BEFORE.indexOf(before) >= 0)) {
                return false;
            }
            if (Character.isDigit(form.charAt(0)) && Character.isDigit(after)) {
                return false;
            }
            if (Character.isDigit(form.charAt(0))
                    && !AFTER_SCHOOL.contains(String.valueOf(after))
                    && after != ' '
                    && Character.isLetterOrDigit(after)) {
                return false;
            }
        }
        if (name.length() > SHORT) {
            return true;
        }
        if (SCHOOL_ENDINGS.indexOf(last) < 0 && isCommonWord(name, words) && !isAmongSchoolWords(text, name)) {
            return false;
        }
        if (FRONTED.matcher(form).matches()) {
            return true;
        }
        return words.startsAt(name.start())
                && (words.endsAt(name.end()) || words.isSchoolTail(name.start(), name.end()));
    }

    /** Whether HanLP reads it as words of everyday life: 外国语, 小 太阳, but not 沧 外 or 市 实验. */
    private static boolean isCommonWord(Automaton.Name name, TermIndex words) {
        return "市县区".indexOf(name.name().charAt(0)) < 0 && words.hasLongWord(name.start(), name.end());
    }

    private static boolean isAmongSchoolWords(String text, Automaton.Name name) {
        String after = text.substring(name.end(), Math.min(text.length(), name.end() + REACH));
        String before = text.substring(Math.max(0, name.start() - REACH), name.start());
        return !SUBJECT.matcher(after).find()
                && (SCHOOL_WORDS.matcher(after).find()
                        || SCHOOL_WORDS.matcher(before).find());
    }
}
