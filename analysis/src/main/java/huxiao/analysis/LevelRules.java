package huxiao.analysis;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the labelling guide settles whatever the model says. Floors hold plain danger up, caps hold plain harmlessness down; where
 * both apply, the cap wins, since an alarm over an ordinary post is the worst fault.
 */
final class LevelRules {
    private static final String PEOPLE = "(?:学生|孩子|小孩|娃|同学|小朋友|女生|男生|老师|人)";
    private static final String ARMS = "(?:砍刀|菜刀|尖刀|匕首|弹簧刀|西瓜刀|水果刀|长刀|斧头|斧子|钢管|铁棍|甩棍|棒球棍|铁链|汽油|手枪|猎枪|土枪|弩|炸药|🔪|刀)";
    private static final String BEARING = "(?:拿着?|拎着?|提着?|持|举着?|挥着?|挥舞|抡着?|攥着?|握着?|揣着?|带着|抄着?)";
    private static final String SCENE = "(?:学校|校门|校园|校内|教学楼|操场|宿舍|寝室|食堂|教室|幼儿园|小学|中学|门口|学生|孩子|同学|娃|小朋友|\ue000)";

    private static final Pattern ARMED = Pattern.compile(BEARING + "[^。！？!?\n]{0,6}?" + ARMS);
    private static final Pattern ON_THE_MOVE =
            Pattern.compile("追|冲|闯|砍|捅|乱挥|挥|往[^。]{0,5}(?:走|跑|去|冲)|进来|进去|骂人|要人|找人|堵|翻墙|晃|见人就|逼近");
    private static final Pattern IN_SCHOOL = Pattern.compile(SCENE);
    private static final Pattern KITCHEN =
            Pattern.compile("切菜|切肉|切水果|厨师|做菜|炒菜|削皮|杀鱼|杀猪|西瓜切|切西瓜|剁|食堂师傅|刀工|磨刀|小卖部买|削铅笔|裁纸|雕刻|刻章");

    private static final Pattern WILL_KILL = Pattern.compile(
            "(?:我|老子|爷|哥|俺|咱|本人)[^。？?\n]{0,14}(?:砍死|捅死|弄死|杀光|杀了|杀掉|炸了|炸掉|炸平|炸死|烧了|撞进去|撞死|同归于尽|血洗|一起死|陪葬|垫背|废了)");
    private static final Pattern AT_SCHOOL =
            Pattern.compile("学校|校门|校园|教学楼|操场|宿舍|食堂|教室|幼儿园|放学|升旗|班|校长|老师|学生|同学|年级|\ue000");
    private static final Pattern AT_A_TIME = Pattern.compile(
            "今天|今晚|今早|明天|明早|明晚|后天|下周|周[一二三四五六日]|星期[一二三四五六日天]|礼拜|[零一二三四五六七八九十\\d]{1,2}点|放学|升旗|等着|说到做到|现在就|马上就");
    private static final Pattern BOMB_PLACED =
            Pattern.compile("(?:炸弹|炸药|汽油)[^。？?\n]{0,8}(?:放好|埋好|装好|已经放|藏好)|(?:放好|埋好)[^。？?\n]{0,4}(?:炸弹|炸药)");

    private static final Pattern ON_THE_EDGE =
            Pattern.compile("(?:有人|学生|女生|男生|同学|孩子|室友|我|她|他)[^。？?\n]{0,12}(?:坐|站|骑|爬|跨|翻)(?:在|到|上|出)?[^。？?\n]{0,8}"
                    + "(?:楼顶|天台|顶楼|窗台|栏杆|护栏|屋顶|桥栏)[^。？?\n]{0,10}(?:要跳|想跳|往下跳|跳下|腿都?[伸悬搭]|外面|不下来|哭)");
    private static final Pattern PILLS_TAKEN = Pattern.compile(
            "(?:药|安眠药)[^。？?\n]{0,6}(?:全|都|一瓶|整瓶|一把)[^。？?\n]{0,4}(?:吞|吃|咽)(?:了|下|完|掉)|(?:吞|吃)了[^。？?\n]{0,4}(?:整瓶|一整瓶|一瓶|一把)[^。？?\n]{0,4}药");

    private static final Pattern FIRE = Pattern.compile("着火|起火|失火|火苗|浓烟|黑烟|全是烟|冒烟|烧起来|煤气味|煤气泄漏|燃气泄漏");
    private static final Pattern INSIDE = Pattern.compile("里面?还?有[^。？?\n]{0,6}" + PEOPLE + "|" + PEOPLE
            + "[^。？?\n]{0,6}(?:还在里|困|没下来|没出来|出不来|跑不出)|被困|有人在[窗里]|还没[下出]来");

    private static final Pattern DROWNING = Pattern.compile(
            "(?:学生|孩子|小孩|娃|同学|人|女生|男生)[^。？?\n]{0,6}(?:落水|掉水里|掉河里|掉进[^。？?\n]{0,3}[河水塘湖库]|溺水)[^。]{0,24}(?:还没|没上来|快|救|捞|在水里)");

    private static final Pattern TAKEN = Pattern.compile(
            "(?:学生|孩子|小孩|娃|女孩|男孩|小姑娘|女生|小朋友)[^。？?\n]{0,10}(?:被[^。？?\n]{0,8})?(?:抱走|拖上车|拽上车|拉上车|塞进[^。？?\n]{0,3}车|强行带走|抢走|掳走|拖进[^。？?\n]{0,4}车)"
                    + "|(?:抱走|强行带走|拖走|抢走|掳走)了?[^。？?\n]{0,8}(?:孩子|小孩|女孩|男孩|学生|小姑娘|娃)");
    private static final Pattern JUST_NOW = Pattern.compile("刚刚|刚才|现在|正在|就在|分钟前|此刻|马上|快来|!!|快报警|报警|还在");

    private static final Pattern DRILL =
            Pattern.compile("演练|演习|预演|彩排|模拟[^。]{0,8}(?:歹徒|火灾|地震|警情|伤员|事故|疏散)|扮演?[^。]{0,4}(?:歹徒|坏人|暴徒|劫匪)|防暴操|假人");
    private static final Pattern NO_DRILL = Pattern.compile("不是(?:在)?(?:演习|演练|彩排)|(?:演习|演练)变真");
    private static final Pattern PLAY = Pattern.compile(
            "游戏里?|打游戏|副本|公会|开黑|排位|上分|王者荣耀|王者|吃鸡|和平精英|原神|我的世界|蛋仔|狼人杀|剧本杀|密室逃脱|皮肤|爆头|团战|队友|电影|电视剧|动漫|漫画|小说|主角|男主|女主|反派|剧组|"
                    + "话剧|课本剧|台词|歌词|这首歌|副歌|单曲循环|合唱|cos(?:play)?|桌游|预告片|大结局|同人|番剧|追剧|剧情|武侠|丧尸|僵尸|奥特曼|第[一二三四五六七八九十\\d]+[章集回]");
    private static final Pattern FAR = Pattern.compile(
            "外地|外省|邻省|邻市|隔壁市|国外|海外|美国|日本|韩国|印度|俄罗斯|某省|某市|某县|某地|别的城市|别的省|新闻里|新闻上|看新闻|刷到新闻|纪录片|上世纪|民国|古代|历史上");
    private static final Pattern OVER = Pattern.compile(
            "虚惊一场|虚惊|乌龙|误会一场|恶作剧|(?:已经?|早就|当场)[^。]{0,3}(?:抓获|抓住|抓到|控制|扑灭|解除|排除|修好|换好|拆除|整改|找到|解决|处理好|康复|出院)|抓到了|被抓了|落网|扑灭|警报解除|"
                    + "辟谣|不实信息|不属实|经核实[^。]{0,8}不|平安(?:到家|回家|找到|无事)|找到了|找着了|追回|送检合格|验收合格");
    private static final Pattern NOT_OVER = Pattern.compile("没(?:有)?(?:抓|找|控制|扑灭|解除|修好|处理|解决)|还没|尚未|未(?:抓获|找到)|在逃|跑了");
    private static final Pattern LONG_AGO = Pattern.compile("当年|小时候|那会儿|[一二三四五六七八九十几多\\d]年前|上世纪|怀念|我们那时候|我读书的时候|我上学那");
    private static final Pattern ACCUSED_NEAR = Pattern.compile("还在(?:教|带|任|上班|学校)|至今|现在还");
    private static final Pattern JEST =
            Pattern.compile("笑死|哈哈|hhh|xswl|狗头|doge|开玩笑|🤣|😂|yyds|awsl|笑不活|绷不住|笑岔气|呜呜|嘿嘿|233");

    private LevelRules() {}

    /** The rulings on a text, in a fixed order. */
    static List<Ruling> rulings(Reading reading) {
        String text = masked(reading);
        List<Ruling> rulings = new ArrayList<>();
        boolean harmless = caps(text, rulings);
        if (!harmless) {
            floors(text, rulings);
        }
        return rulings;
    }

    /** The text with names of schools as one sign, so that the name of a school is never taken for a word of the rules. */
    private static String masked(Reading reading) {
        StringBuilder masked = new StringBuilder(reading.text());
        for (Mention mention : reading.mentions()) {
            for (int i = mention.start(); i < mention.end(); i++) {
                masked.setCharAt(i, '\ue000');
            }
        }
        return masked.toString();
    }

    /** Adds what holds the level down; says whether anything in the text speaks of play, exercise, elsewhere, jest or the past. */
    private static boolean caps(String text, List<Ruling> rulings) {
        boolean drill = !NO_DRILL.matcher(text).find()
                && cap(text, DRILL, Level.NONE, "drill", Optional.of(Stance.DRILL), rulings);
        boolean play = cap(text, PLAY, Level.YELLOW, "fiction", Optional.empty(), rulings);
        boolean far = cap(text, FAR, Level.BLUE, "elsewhere", Optional.empty(), rulings);
        boolean over = !NOT_OVER.matcher(text).find() && cap(text, OVER, Level.BLUE, "over", Optional.empty(), rulings);
        boolean ago = !ACCUSED_NEAR.matcher(text).find()
                && cap(text, LONG_AGO, Level.YELLOW, "long_ago", Optional.empty(), rulings);
        boolean jest = cap(text, JEST, Level.YELLOW, "jest", Optional.empty(), rulings);
        return drill || play || far || over || ago || jest;
    }

    private static boolean cap(
            String text, Pattern pattern, Level level, String rule, Optional<Stance> stance, List<Ruling> rulings) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        rulings.add(Ruling.atMost(level, rule, stance, matcher.start(), matcher.end()));
        return true;
    }

    private static void floors(String text, List<Ruling> rulings) {
        boolean now = JUST_NOW.matcher(text).find();
        armedAtSchool(text, now).ifPresent(rulings::add);
        announcedAttack(text).ifPresent(rulings::add);
        find(text, BOMB_PLACED)
                .filter(match -> AT_SCHOOL.matcher(text).find())
                .ifPresent(match -> rulings.add(
                        Ruling.atLeast(Level.RED, "bomb", Category.VIOLENCE_THREAT, match.start(), match.end())));
        find(text, ON_THE_EDGE)
                .ifPresent(match -> rulings.add(
                        Ruling.atLeast(Level.RED, "on_the_edge", Category.SELF_HARM, match.start(), match.end())));
        find(text, PILLS_TAKEN)
                .ifPresent(match -> rulings.add(
                        Ruling.atLeast(Level.RED, "pills_taken", Category.SELF_HARM, match.start(), match.end())));
        find(text, FIRE)
                .filter(match -> INSIDE.matcher(text).find())
                .ifPresent(match -> rulings.add(Ruling.atLeast(
                        Level.RED, "people_inside", Category.INJURY_ACCIDENT, match.start(), match.end())));
        find(text, DROWNING)
                .ifPresent(match -> rulings.add(
                        Ruling.atLeast(Level.RED, "drowning", Category.INJURY_ACCIDENT, match.start(), match.end())));
        find(text, TAKEN)
                .filter(match -> now)
                .ifPresent(match -> rulings.add(
                        Ruling.atLeast(Level.RED, "child_taken", Category.ABDUCTION, match.start(), match.end())));
    }

    /** A weapon in somebody's hand and pupils in one place; on the move or now, it is RED. */
    private static Optional<Ruling> armedAtSchool(String text, boolean now) {
        Optional<Matcher> armed = find(text, ARMED);
        if (armed.isEmpty()
                || !IN_SCHOOL.matcher(text).find()
                || KITCHEN.matcher(text).find()) {
            return Optional.empty();
        }
        boolean moving = ON_THE_MOVE.matcher(text).find();
        if (!moving && !now) {
            return Optional.empty();
        }
        Level level = moving && now ? Level.RED : Level.ORANGE;
        Category category = Category.VIOLENCE_THREAT;
        return Optional.of(Ruling.atLeast(
                level,
                "armed_at_school",
                category,
                armed.get().start(),
                armed.get().end()));
    }

    /** "I will …" with place or target, and time. */
    private static Optional<Ruling> announcedAttack(String text) {
        Optional<Matcher> announced = find(text, WILL_KILL);
        if (announced.isEmpty()
                || !AT_SCHOOL.matcher(text).find()
                || !AT_A_TIME.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(Ruling.atLeast(
                Level.ORANGE,
                "announced_attack",
                Category.VIOLENCE_THREAT,
                announced.get().start(),
                announced.get().end()));
    }

    private static Optional<Matcher> find(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
