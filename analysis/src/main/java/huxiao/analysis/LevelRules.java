package huxiao.analysis;

import huxiao.analysis.frame.Range;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the labelling guide settles where the models are in doubt. Floors hold plain danger up, caps hold plain harmlessness down;
 * where both apply, the cap wins, since an alarm over an ordinary post is the worst fault.
 */
final class LevelRules {
    /** Under this probability of danger the model is sure enough to be believed against the wording. */
    private static final double UNLIKELY = 0.05;
    /** From this probability of danger on no word of play, jest or elsewhere holds it down: a missing child may carry a hero's bag. */
    private static final double LIKELY = 0.7;

    private static final String PEOPLE = "(?:学生|孩子|小孩|娃|同学|小朋友|女生|男生|老师|人)";
    private static final String ARMS = "(?:砍刀|菜刀|尖刀|匕首|弹簧刀|西瓜刀|水果刀|长刀|斧头|斧子|钢管|铁棍|甩棍|棒球棍|铁链|汽油|手枪|猎枪|土枪|弩|炸药|🔪|刀)";
    private static final String BEARING = "(?:拿着?|拎着?|提着?|持|举着?|挥着?|挥舞|抡着?|攥着?|握着?|揣着?|带着|抄着?)";
    private static final String SCENE = "(?:学校|校门|校园|校内|教学楼|操场|宿舍|寝室|食堂|教室|幼儿园|小学|中学|门口|学生|孩子|同学|娃|小朋友|\ue000)";

    private static final Pattern ARMED = Pattern.compile(BEARING + "[^。！？!?\n]{0,6}?" + ARMS);
    private static final Pattern ON_THE_MOVE =
            Pattern.compile("追|冲|闯|砍|捅|乱挥|挥|往[^。]{0,5}(?:走|跑|去|冲)|进来|进去|骂人|要人|找人|堵|翻墙|晃|见人就|逼近");
    private static final Pattern IN_SCHOOL = Pattern.compile(SCENE);
    private static final Pattern KITCHEN =
            Pattern.compile("卖|修|裁|切|切菜|切肉|切水果|厨师|做菜|炒菜|削皮|杀鱼|杀猪|西瓜切|切西瓜|剁|食堂师傅|刀工|磨刀|小卖部买|削铅笔|裁纸|雕刻|刻章");

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

    private static final Pattern DRILL = Pattern.compile(
            "演练|演习|预演|模拟[^。]{0,8}(?:歹徒|火灾|地震|警情|伤员|事故|疏散)|扮演?[^。]{0,4}(?:歹徒|坏人|暴徒|劫匪)|防暴操|假人|疏散路线|逃生技能");
    private static final Pattern NO_DRILL = Pattern.compile("不是(?:在)?(?:演习|演练|彩排)|(?:演习|演练)变真");
    private static final Pattern PLAY = Pattern.compile(
            "游戏|新歌|乐队|歌手|拉票|副本|公会|开黑|排位|上分|王者荣耀|王者|吃鸡|和平精英|原神|我的世界|蛋仔|狼人杀|剧本杀|密室逃脱|皮肤|爆头|团战|队友|电影|电视剧|动漫|漫画|小说|主角|男主|女主|反派|剧组|"
                    + "话剧|课本剧|台词|歌词|这首歌|副歌|单曲循环|合唱|cos(?:play)?|桌游|预告片|大结局|同人|番剧|追剧|剧情|武侠|丧尸|僵尸|奥特曼(?!的?(?:书包|衣服|外套|帽|鞋|水杯|水壶|T恤|t恤))|第[一二三四五六七八九十\\d]+[章集]");
    private static final Pattern FAR = Pattern.compile(
            "(?:外地|外省|外县|别处|老家那边)(?:某|一[所家个名]|有个|的?(?:学校|中学|小学|幼儿园|新闻|案例|案子|案件))|邻省|邻市|隔壁市|国外|海外|美国|日本|韩国|印度|俄罗斯|某省|某市|某县|某地"
                    + "|别的城市|别的省|新闻里|新闻上|看新闻|刷到新闻|纪录片|上世纪|民国|古代|历史上|外地[^。！？\n]{0,12}(?:出现|发生|判|案)");
    private static final Pattern OVER = Pattern.compile(
            "虚惊一场|虚惊|乌龙|误会一场|恶作剧|(?:已经?|早就|当场)[^。]{0,3}(?:抓获|抓住|抓到|控制|扑灭|解除|排除|修好|换好|拆除|整改|找到|解决|处理好|康复|出院)|抓到了|被抓了|落网|扑灭|警报解除|"
                    + "辟谣|不实信息|不属实|经核实[^。]{0,8}不|平安(?:到家|回家|找到|无事)|找到了|找着了|追回|送检合格|验收合格");
    private static final Pattern NOT_OVER =
            Pattern.compile("没(?:有)?(?:抓|找|控制|扑灭|解除|修好|处理|解决)|还没|尚未|未(?:抓获|找到)|在逃|跑了|救护车|送医|住院|医院|抢救|受伤|起泡|缝针");
    private static final Pattern LONG_AGO = Pattern.compile("当年|小时候|那会儿|[一二三四五六七八九十几多\\d]年前|上世纪|怀念|我们那时候|我读书的时候|我上学那");
    private static final Pattern ACCUSED_NEAR = Pattern.compile("还在(?:教|带|任|上班|学校)|至今|现在还");
    private static final Pattern JEST = Pattern.compile("笑死|哈哈|hhh|xswl|狗头|doge|开玩笑|🤣|😂|yyds|awsl|笑不活|绷不住|笑岔气|233");
    private static final Pattern NO_JEST = Pattern.compile("(?:不像|不是|没有?|别以为(?:我|他)?)在?(?:开玩笑|玩笑)");

    private static final String TIMES =
            "(?:今天|今晚|明天|明早|明晚|后天|下周|周[一二三四五六日末]|星期[一二三四五六日天]|放学|下课|晚自习|升旗|(?:[二三四五六七八九十\\d]{1,2}|十[一二])点)";
    private static final Pattern KILL_THEM = Pattern.compile(
            "(?<!想|得|要被|被|会|真想|恨不得|差点)(?:往死里|弄死|打死|砍死|捅死|干死|弄残|打残|打断|废了|废掉|卸了|做掉)" + "(?:你|他|她|姓|丫|那个|那几个|这几个)");
    private static final Pattern AT_TIME = Pattern.compile(TIMES);
    private static final Pattern GIVEN_WORD = Pattern.compile("说到做到|走着瞧|等着收尸|一个都别想|一个也别想|谁也别想|鱼死网破|同归于尽|豁出去");
    private static final Pattern MEANS = Pattern.compile("带(?:着)?(?:东西|刀|家伙|人|棍)|炸|砍|捅|烧|冲进|撞|杀|弄死|请假|别来|见血|刀|汽油|棍");
    private static final Pattern TOUCHED = Pattern.compile("(?:摸|碰|掐|捏|蹭)[^，。！？,.!?\n]{0,4}(?:大腿|屁股|胸|下面|下身|私处|隐私|裙)"
            + "|(?:老师|教练|校长|主任|叔叔|司机|保安|老头|邻居|继父|教官|男的)[^，。！？,.!?\n]{0,10}(?:猥亵|性侵|骚扰|动手动脚|发私密|要私密|要裸照)"
            + "|被[^，。！？,.!?\n]{0,10}(?:猥亵|性侵)");
    private static final Pattern TO_WHOM = Pattern.compile(
            "摸我|碰我|骚扰我|我女儿|我闺女|我家|我娃|我们班|我班|我同学|我妹|我侄|我孙|咱班|咱们班|孩子跟我|孩子说|女儿说|闺女说|娃说|学生跟我|女学生|女同学|跟妈妈说|同桌");
    private static final Pattern TEACHING_OF_IT = Pattern.compile("讲座|课上|普法|宣传|教育片|性教育|如何|怎么防|防范|预防|知识|手册|绘本");
    private static final Pattern MISSING = Pattern.compile(
            "(?:孩子|女儿|闺女|儿子|学生|娃|弟弟|妹妹|同学|女孩|男孩|外孙|孙女|孙子)[^。！？!?\n]{0,24}(?:失联|失踪|不见了|联系不上|没回家|没到家|没到校|未归|走失|走丢|找不到人|不知去向)");
    private static final Pattern SEARCHED =
            Pattern.compile("穿|身高|米[一二三四五六七八九\\d]|关机|扩散|报警|报了警|求转|线索|帮忙|看到的|谁看见|谁看到|急|监控|离校");
    private static final Pattern OVERLOADED =
            Pattern.compile("(?:校车|接送车|面包车|金杯|三轮|黑车)[^。？?\n]{0,12}(?:超载|超员)|(?:超载|超员)[^。？?\n]{0,6}校车");
    private static final Pattern COUNTED = Pattern.compile("[一二三四五六七八九十\\d]{1,3}个|[二三四五六七八九十\\d]{1,3}座|核载|挤|塞");

    private static final Pattern COME_AND_HIT =
            Pattern.compile("(?:冲进去|冲进学校|打一顿|揍一顿|往死里|砸了他|砸他|堵他|堵她|弄他|弄她|教训他|动手)[^。！？\n]{0,30}");
    private static final Pattern TOGETHER = Pattern.compile("集合|谁来|来的扣|扣1|一起去|人多|叫上|算我一个|带上家伙|都来|组团|谁不来|每人");
    private static final Pattern LIVES_AT = Pattern.compile("(?:住|家在|家住|住址)[^。！？\n]{0,16}(?:栋|单元|号楼|号院|小区|楼|室|排|巷|号)");
    private static final Pattern GO_THERE =
            Pattern.compile("大家[^。]{0,6}(?:去|看着办|懂)|一起去|去他家|去她家|问候|堵他|堵她|去他楼下|去她楼下|都去|记住她|记住他|懂的都懂|见一次");
    private static final Pattern DYING =
            Pattern.compile("叫不醒|喊不醒|没(?:有)?呼吸|没(?:有)?意识|口吐白沫|嘴唇发?[紫青]|心肺复苏|按胸口|心跳(?:停|没)|不省人事");
    private static final Pattern SOMEBODY = Pattern.compile("学生|孩子|同学|娃|女生|男生|老师|小朋友|室友|有人|同桌|女儿|儿子|弟|妹|她|他|人");
    private static final Pattern STUDIED = Pattern.compile("培训|学会|学习|课上|急救课|讲座|练习|考核|比赛|证书|教[会我]|体验|睡|闹钟|早上起|考试|作业");
    private static final Pattern HURT_BY = Pattern.compile(
            "(?:被|砸|撞|摔|掉下|烫|咬|夹|卡住|打|踩|压|刺|捅|绊|刮|爆|炸)[^。！？\n]{0,24}(?:救护车|120|送医|送去?医院|急诊|缝了?[^。]{0,3}针|骨折|止不住|满脸血|一地血|头破血流|抢救)");
    private static final Pattern TODAY = Pattern.compile("刚刚|刚才|今天|今早|今晚|现在|正在|中午|下午|刚被|刚送|在抢救");
    private static final Pattern STORED_MEANS =
            Pattern.compile("(?:药|绳子|刀片|安眠药|遗书|信)[^。！？\n]{0,5}(?:攒够|攒好|买好|准备好|备好|写好|都写完)");
    private static final Pattern FAREWELL =
            Pattern.compile("别找我|不用找|对不起|谢谢你们|就这样吧|到此为止|下辈子|来世|不想活|活着|走了|最后|没人要我|再见|解脱|应该没人会");
    private static final Pattern ON_THE_BRINK =
            Pattern.compile("(?:站|坐|爬|走|躺)(?:在|到|上了?)?[^。！？\n]{0,6}(?:楼顶|天台|顶楼|窗台|栏杆|桥上|桥边|江边|铁道边|铁轨|铁路边)");
    private static final Pattern ARMS_FOR_SALE = Pattern.compile(
            "(?:甩棍|弹簧刀|管制刀|管制|弓弩|弩|电击|电人的|匕首|蝴蝶刀)[^\n]{0,24}(?:分期|自提|私聊|出货|包邮|学生价|要的|现货|发货)|(?:上头|烟弹|笑气|依托咪酯)[^\n]{0,24}(?:学生价|嘴严|私聊|要的|现货|同学私|懂的|自提)");
    private static final Pattern COMPLAINT =
            Pattern.compile("横幅|请愿|联名|上访|信访|12345|投诉|要说法|给个说法|签名|依法|抗议|媒体|曝光|举报|热线|教育局|不作为|乱收费|公开道歉|点名批评|官僚|形式主义");
    private static final Pattern FORCE =
            Pattern.compile("[打砍捅杀砸烧踹扇揍炸撞绑血刀棍枪毒压挤倒]|冲进|弄死|往死|猥亵|摸|骚扰|跳楼|自杀|性侵|抱走|失踪|伤|晕|救护");
    private static final Pattern ATTACK_NOW = Pattern.compile(
            "(?:有人|有个|一个|男的|男子|女的|疯子|歹徒|凶手|他|她)[^，。！？,.!?\n]{0,14}(?:砍人|捅人|行凶|砍伤|捅伤|杀人|持刀伤人|乱砍)|(?:砍人|捅人|行凶|杀人)了");
    private static final Pattern WILL_JUMP =
            Pattern.compile("(?:有人|学生|女生|男生|同学|女孩|男孩|孩子|室友)[^，。！？,.!?\n]{0,8}(?:要|想|准备|正要|正)(?:往下)?(?:跳楼|跳下去|跳河|跳桥)");
    private static final Pattern CUT = Pattern.compile(
            "(?:我|室友|同学|她|他|女儿|孩子|有人)[^，。！？,.!?\n]{0,6}(?:已经|刚刚?|正在)[^，。！？,.!?\n]{0,3}(?:割腕|割了手腕|吞了?药|喝了?农药|自杀)");
    private static final Pattern EXPOSED = Pattern.compile(
            "(?:露下体|露阴|暴露下体|脱裤子)[^。！？\n]{0,10}(?:小女孩|女生|学生|孩子|小孩|女孩)|(?:对着|朝|冲)[^，。！？\n]{0,8}(?:小女孩|女生|学生|孩子|小孩|女孩)[^，。！？\n]{0,4}(?:露下体|露阴|脱裤子)");
    private static final Pattern STAFF_TOUCHED = Pattern.compile(
            "(?:老师|教练|校长|主任|保安|司机|教官)(?:[^，。！？,.!?\n]{0,10})(?<!摸)摸(?!摸|头|底|索|着头)了?(?:女学生|女生|女同学|学生|我女儿|我闺女|她们|孩子的身体)");
    private static final Pattern NEEDLE =
            Pattern.compile("(?:老师|保育员|阿姨)[^，。！？,.!?\n]{0,6}(?:用针扎|针扎|拿针扎)|被(?:老师|保育员|阿姨)[^，。！？,.!?\n]{0,3}针扎|针眼");
    private static final Pattern IN_DANGER_NOW = Pattern.compile("快|报警|救|刚刚|刚才|现在|正在|!|已经|还在|了");
    private static final Pattern SCHOOL_FIRE = Pattern.compile(
            "(?:幼儿园|学校|教学楼|宿舍|寝室|教室|食堂|实验室|实验楼|图书馆|校车|\ue000)[^，。！？,.!?\n]{0,6}(?:着火了|起火了|失火了|烧起来了|爆炸了)");
    private static final Pattern IN_THE_FOOD = Pattern.compile(
            "(?:饭|菜|汤|粥|面|包子|馒头|牛奶|面包|食堂|餐)[^。！？\n]{0,8}(?:里|中|上|吃出|有)[^。！？\n]{0,6}(?:虫子?|蛆|蟑螂|苍蝇|老鼠|耗子|创可贴|钢丝|玻璃渣|刀片|指甲|发霉|长毛)"
                    + "|(?:吃出|吃到|喝出)[^。！？\n]{0,5}(?:虫|蛆|蟑螂|苍蝇|老鼠|创可贴|钢丝|玻璃|刀片|指甲)");
    private static final Pattern EATEN_AT_SCHOOL = Pattern.compile("食堂|学校|校|小卖部|孩子|娃|学生|午餐|营养餐|配餐|托管");
    private static final Pattern SOMEBODY_ARMED = Pattern.compile(
            "(?:有个|一个|有人|男的|男子|女的|醉汉|疯子|那人|陌生人)[^，。！？,.!?\n]{0,10}" + BEARING + "[^。！？!?\n]{0,4}?" + ARMS);
    private static final Pattern FIRST_PERSON = Pattern.compile("我");
    private static final Pattern AT_SCHOOL_OR_GATE =
            Pattern.compile("校|教学楼|操场|宿舍|食堂|教室|幼儿园|小学|中学|[一二三四五六七八九十]中|\ue000");
    private static final Pattern AT_SCHOOL_OR_PUPIL = Pattern.compile("学生|同学|学校|职高|职校|校门|初中|高中|中学|\ue000");
    private static final CueGroup[] SIGNS = {
        CueGroup.WEAPON,
        CueGroup.ACT,
        CueGroup.THREAT,
        CueGroup.INCITE,
        CueGroup.HARM,
        CueGroup.URGENT,
        CueGroup.SELF_HARM,
        CueGroup.DESPAIR,
        CueGroup.BULLYING,
        CueGroup.SEXUAL,
        CueGroup.ABDUCTION,
        CueGroup.ACCIDENT,
        CueGroup.FIRE,
        CueGroup.DRUG,
        CueGroup.DOX
    };

    private LevelRules() {}

    /**
     * The rulings on a text, in a fixed order: floors, then caps.
     *
     * @param staffAccused where staff of the school is said to have harmed somebody
     * @param danger the models' probability of any danger; under {@link #UNLIKELY} no floor applies, from {@link #LIKELY} on no cap
     * @param suspected whether that is enough for an alert
     */
    static List<Ruling> rulings(Reading reading, Optional<Range> staffAccused, double danger, boolean suspected) {
        boolean signs = suspected || (danger >= UNLIKELY && reading.hasAny(SIGNS));
        boolean food = reading.has(CueGroup.FOOD);
        boolean traffic = reading.has(CueGroup.TRAFFIC);
        boolean exercise = reading.has(CueGroup.DRILL);
        if (!signs && !food && !traffic && !exercise) {
            return List.of();
        }
        String text = masked(reading);
        List<Ruling> floors = new ArrayList<>();
        if (signs) {
            floors(text, staffAccused, floors);
        }
        if (food) {
            floor(text, IN_THE_FOOD, Level.BLUE, "in_the_food", Category.FOOD_HYGIENE, floors, EATEN_AT_SCHOOL);
        }
        if (traffic) {
            floor(text, OVERLOADED, Level.YELLOW, "overloaded", Category.TRAFFIC_HAZARD, floors, COUNTED);
        }
        if (floors.isEmpty() && !suspected && !exercise) {
            return List.of();
        }
        List<Ruling> rulings = new ArrayList<>();
        boolean doubtful = danger < LIKELY;
        if (!doubtful || !caps(text, rulings)) {
            rulings.addAll(floors);
        }
        if (doubtful && !FORCE.matcher(text).find()) {
            cap(text, COMPLAINT, Level.YELLOW, "criticism", Optional.empty(), rulings);
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
        boolean play = cap(text, PLAY, Level.BLUE, "fiction", Optional.empty(), rulings);
        boolean far = cap(text, FAR, Level.NONE, "elsewhere", Optional.empty(), rulings);
        boolean over = !NOT_OVER.matcher(text).find() && cap(text, OVER, Level.NONE, "over", Optional.empty(), rulings);
        boolean ago = !ACCUSED_NEAR.matcher(text).find()
                && cap(text, LONG_AGO, Level.YELLOW, "long_ago", Optional.empty(), rulings);
        boolean jest =
                !NO_JEST.matcher(text).find() && cap(text, JEST, Level.YELLOW, "jest", Optional.empty(), rulings);
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

    private static void floors(String text, Optional<Range> staffAccused, List<Ruling> rulings) {
        boolean now = JUST_NOW.matcher(text).find();
        armedAtSchool(text, now).ifPresent(rulings::add);
        announcedAttack(text).ifPresent(rulings::add);
        floor(text, BOMB_PLACED, Level.RED, "bomb", Category.VIOLENCE_THREAT, rulings, AT_SCHOOL);
        floor(text, GIVEN_WORD, Level.RED, "given_word", Category.VIOLENCE_THREAT, rulings, MEANS, AT_SCHOOL, AT_TIME);
        floor(text, KILL_THEM, Level.ORANGE, "threat_to_life", Category.VIOLENCE_THREAT, rulings, AT_TIME);
        floor(text, ON_THE_EDGE, Level.RED, "on_the_edge", Category.SELF_HARM, rulings);
        floor(text, PILLS_TAKEN, Level.RED, "pills_taken", Category.SELF_HARM, rulings);
        floor(text, ON_THE_BRINK, Level.RED, "on_the_edge", Category.SELF_HARM, rulings, FAREWELL, FIRST_PERSON);
        floor(text, STORED_MEANS, Level.ORANGE, "means_of_self_harm", Category.SELF_HARM, rulings, FAREWELL);
        floor(
                text,
                ATTACK_NOW,
                Level.RED,
                "attack_now",
                Category.VIOLENCE_INCIDENT,
                rulings,
                AT_SCHOOL_OR_GATE,
                IN_DANGER_NOW);
        floor(text, WILL_JUMP, Level.RED, "on_the_edge", Category.SELF_HARM, rulings);
        floor(text, CUT, Level.RED, "begun", Category.SELF_HARM, rulings);
        floor(text, SCHOOL_FIRE, Level.ORANGE, "school_on_fire", Category.INJURY_ACCIDENT, rulings);
        floor(text, EXPOSED, Level.ORANGE, "exposed", Category.SEXUAL_HARM, rulings);
        floor(text, STAFF_TOUCHED, Level.ORANGE, "touched", Category.SEXUAL_HARM, rulings);
        if (Routes.INJURED.matcher(text).find()) {
            staffAccused
                    .map(range -> Ruling.atLeast(
                            Level.YELLOW, "hurt_by_staff", Category.VIOLENCE_INCIDENT, range.start(), range.end()))
                    .ifPresent(rulings::add);
        }
        floor(text, NEEDLE, Level.ORANGE, "hurt_by_staff", Category.VIOLENCE_INCIDENT, rulings, SOMEBODY);
        floor(text, FIRE, Level.RED, "people_inside", Category.INJURY_ACCIDENT, rulings, INSIDE);
        floor(text, DROWNING, Level.RED, "drowning", Category.INJURY_ACCIDENT, rulings);
        if (!STUDIED.matcher(text).find()) {
            floor(text, DYING, Level.RED, "life_at_stake", Category.INJURY_ACCIDENT, rulings, SOMEBODY);
        }
        floor(text, HURT_BY, Level.ORANGE, "hurt_today", Category.INJURY_ACCIDENT, rulings, TODAY, SOMEBODY);
        floor(text, TAKEN, Level.RED, "child_taken", Category.ABDUCTION, rulings, IN_DANGER_NOW);
        floor(text, MISSING, Level.ORANGE, "child_missing", Category.ABDUCTION, rulings, SEARCHED);
        floor(text, COME_AND_HIT, Level.ORANGE, "call_to_attack", Category.INCITEMENT, rulings, TOGETHER, AT_TIME);
        floor(text, LIVES_AT, Level.ORANGE, "sent_to_a_home", Category.DOXXING, rulings, GO_THERE);
        floor(
                text,
                ARMS_FOR_SALE,
                Level.ORANGE,
                "sold_to_pupils",
                Category.ILLEGAL_ACTIVITY,
                rulings,
                AT_SCHOOL_OR_PUPIL);
        if (!TEACHING_OF_IT.matcher(text).find()) {
            floor(text, TOUCHED, Level.ORANGE, "touched", Category.SEXUAL_HARM, rulings, TO_WHOM);
        }
    }

    /** Adds a floor where a pattern is found and every condition too. */
    private static void floor(
            String text,
            Pattern pattern,
            Level level,
            String rule,
            Category category,
            List<Ruling> rulings,
            Pattern... conditions) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return;
        }
        for (Pattern condition : conditions) {
            if (!condition.matcher(text).find()) {
                return;
            }
        }
        rulings.add(Ruling.atLeast(level, rule, category, matcher.start(), matcher.end()));
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
        if (!moving && !now && !SOMEBODY_ARMED.matcher(text).find()) {
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
