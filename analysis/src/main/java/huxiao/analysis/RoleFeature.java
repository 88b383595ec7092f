package huxiao.analysis;

import java.util.regex.Pattern;

/**
 * What speaks for or against a named school being the one in danger, where a post of danger names several. The weight is what it
 * adds to the log-odds. {@link Side#BEFORE} patterns are matched at the end of the words in front of the name, {@link Side#AFTER}
 * ones at the start of what follows.
 */
enum RoleFeature {
    /** Words of danger belong to it: in its own clause, or in one without a school that follows it. */
    DANGER(2.6, Side.CONTEXT, ""),
    /** No words of danger belong to it. */
    NO_DANGER(-1.2, Side.CONTEXT, ""),
    /** Its people stand in a clause of danger: 二中的几个人跑到一中门口打架. */
    PEOPLE_IN_DANGER(2, Side.CONTEXT, ""),
    /** Both are said to be in it: 两边都, 双方. */
    BOTH(2.5, Side.CONTEXT, ""),
    /** Its grounds: 门口, 宿舍, 食堂. */
    GROUNDS(
            0.4,
            Side.AFTER,
            "(?:的|那边|这边)?(?:的)?(?:校?门[口前外]|校门|大门|[东南西北前后侧]门|里|内|校园|操场|食堂|宿舍|教学楼|教室|厕所|楼|寝室|办公室|体育馆|图书馆|后墙|围墙|门卫|保安|校车|男?女?生?宿舍|出事|着火|起火)"),
    /** Its people: 学生, 初二, 班主任. */
    PEOPLE(
            0.3,
            Side.AFTER,
            "(?:的)?(?:几个|那几个|一个|有个|某)?(?:学生(?!的?家长)|男生|女生|初[一二三]|高[一二三]|[一二三四五六]年级|老师|校长|班主任|混混|孩子|娃|人(?!民)|那帮|几个|体育老师|大的|朋友被|春游|两个)"),
    /** The danger heads there: 去一中砍人, 冲进, 堵在. */
    HEADED(1.2, Side.BEFORE, "(?:冲进|闯进|翻墙进|跑到|跑进|堵在|去|到|来|炸了?|进|往)了?"),
    /** Said against the others: 这次是, 是. */
    STRESSED(1.8, Side.BEFORE, "(?:这[次回]是?|今天|(?<!不|我|他|她)是|现在|结果|报了|刚刚)"),
    /** On the author's way: 从一中路过, 在一中站下车, 比一中再过去. */
    ON_THE_WAY(
            -3.2,
            Side.AFTER,
            "(?:路过|经过|过去|出来|出发|坐车|坐到|走到|走过|往[东南西北][走边]?|[东南西北]边?走|走|右拐|左拐|拐|公交站|车站|站(?!着|在|了|起|满|岗)|门口的?(?:公交|坐|路过|过去|经过)|回来的?路上|散会|开完|门口过)"),
    /** Where something was heard of. */
    HEARD(-2, Side.AFTER, "(?:门口|附近|食堂|那边)?(?:听见|听到|听人|听几个|听说)"),
    /** Left behind. */
    LEFT(-2.2, Side.BEFORE, "(?:路过|经过|走过|离开|出了|刚从|从|打)"),
    /** A landmark for another school: 二中旁边的柳堤小学. */
    LANDMARK(
            -3.4,
            Side.AFTER,
            "(?:的)?(?:旁边?|边上|对面|斜对面|隔壁|对过|附近|后面|前面|后边|前边|门口|东边|西边|南边|北边|挨着|过去|出来|再?往[东南西北前])(?:走|过去)?(?:[^，。,.!！?？;；]{0,6})的?@"),
    /** The author's own, or that of the author's family. */
    OWN(
            -2.4,
            Side.BEFORE,
            "(?:我是|我们?在|我就?读|我(?:儿子|闺女|女儿|[弟妹姐哥]妹?|表[弟妹姐哥]|侄[女子]|同事|邻居|家[^，。,.]{0,4})(?:在|是|上|读)|老大在|大的在|以前在|原来在|当年在|曾在|接完|接了|亲戚家的在|本来想去)"),
    /** The same, behind the name. */
    OWN_AFTER(-2.4, Side.AFTER, "(?:毕业的?|上学|读书|念书|教书|当过?(?:老师|保安)|待了|上高[一二三]|上初[一二三]|接完)"),
    /** Where the word comes from: 一中的朋友说. */
    SOURCE_OF_WORD(
            -4.5, Side.AFTER, "(?:的)?(?:[^，。,.!！?？;；@放扬]{0,8})(?:跟我说|告诉我|说(?!要|弄|周|明)|讲|发我|发来|转[给的发]|都?在传|传的|听说)"),
    /** Where people talk of it: 附中的同学群里. */
    TALKED_OF(-3.5, Side.AFTER, "(?:的)?(?:[^，。,.!！?？;；@]{0,3})(?:群里?|朋友圈|贴吧|表白墙|公众号|论坛)"),
    /** Where a child was brought or fetched, or where somebody went before. */
    ERRAND(-2.4, Side.BEFORE, "(?:送完|接完|送了|接了|去完|逛完|开完|不要再传|别再传|别传)"),
    /** Compared with: 不像一中, 比起一中. */
    COMPARED(-3.2, Side.BEFORE, "(?:比起?|不像|不如|连|除了|听说|听讲|想着)"),
    /** Nothing is the matter there: 一中都没事, 一中那次是演习. */
    SPARED(
            -3.4,
            Side.AFTER,
            "[^，。,.!！?？;；@]{0,3}(?:都|就|也|从来|从没|可|倒|那次|那边|那次是|这边)?[^，。,.!！?？;；@]{0,4}(?:没事|没人|从没|没有过|不会|知道|安静|没出过|能查|能装|都能|都装|都带|没这种|是演习|也有过|也出过|有保安|好好的|绕道|绕路|没停|没开|没发生|没出|出过)"),
    /** Denied: 不是一中. */
    DENIED(-4, Side.BEFORE, "(?:不是|并非|而不是|不在)"),
    /** Moved away from: 从一中转到. */
    MOVED(-3, Side.AFTER, "(?:转到|转来|转学|转过来|调到|调过来|调走|升到|搬|的?[^，。,.@]{1,3}(?:调走|调到|调来))");

    /** Where a pattern is matched. */
    enum Side {
        BEFORE,
        AFTER,
        CONTEXT
    }

    private final double weight;
    private final Side side;
    private final Pattern pattern;

    RoleFeature(double weight, Side side, String words) {
        this.weight = weight;
        this.side = side;
        this.pattern = Pattern.compile(side == Side.BEFORE ? "(?:" + words + ")$" : "^(?:" + words + ")");
    }

    double weight() {
        return weight;
    }

    /**
     * Whether a pattern holds.
     *
     * @param before words in front of the name, other names as {@code @}
     * @param after words behind it, other names as {@code @}
     */
    boolean holds(String before, String after) {
        return switch (side) {
            case BEFORE -> pattern.matcher(before).find();
            case AFTER -> pattern.matcher(after).find();
            case CONTEXT -> false;
        };
    }
}
