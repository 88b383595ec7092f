package huxiao.server.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Route;
import huxiao.model.Stance;
import huxiao.model.config.SchoolsCsv;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Criticism of a school, an official or a policy never reaches the police. */
class CriticismTest {
    /**
     * How many of the demo city's 536 harmless views are sent to the police today, since the model takes them for something else than
     * a view: five answers to somebody in need ("I have called 110, have you?") and one boast of having hit an informer. To be lowered with every better judge, never raised.
     */
    private static final int STILL_SENT = 6;

    private static final Path CONFIG = Path.of(System.getProperty("huxiao.home"), "config");
    private static final Judge JUDGE =
            Judge.load(AnalysisSettings.defaults(), CONFIG, SchoolsCsv.read(CONFIG.resolve("schools.csv")));

    private static final List<String> FURIOUS = List.of(
            "沧澜一中的校领导就是一群吃干饭的，天天开会喊口号，正事一件不干，气死我了！！！",
            "东关小学又收资料费又收平板费，乱收费收到家长头上拉屎了，教育局你们眼瞎吗？！",
            "教育局那帮官老爷，坐在空调房里拍脑袋，双减减到最后家长花的钱翻一倍，无耻！",
            "区里的划片政策就是给有钱人定的，凭什么我们交了十年社保还上不了实验小学？恶心透顶！",
            "强烈要求沧澜二中校长下台！管理混乱，师德败坏，谁爱给他唱赞歌谁唱去",
            "副区长来学校视察，孩子们在太阳底下站了两个小时鼓掌，拿孩子当道具，这种官滚出去！",
            "食堂饭菜又贵又难吃，一荤一素二十五，校长小舅子承包的吧？我已经打12345投诉三次了，没一个人管！",
            "东关小学门口修路修了半年，局长每次都说下个月，骗鬼呢！我要向媒体曝光你们！",
            "作业写到半夜十一点，减负减到狗肚子里去了，这学校的教导主任该撤职！",
            "家长群里不让说真话，谁提意见就踢谁，沧澜一中的班主任比皇帝还大，呸！",
            "教育局的信访窗口就是个摆设，踢皮球踢了四个月，我要去省里告你们！",
            "老师上课不讲课后补习班讲，师德都让狗吃了，举报信我已经写好了，明天就寄纪委！",
            "什么狗屁中考改革，体育占那么多分，拍脑袋决策，坑害一代孩子，简直是犯罪！",
            "校服两百八一套，洗一次就起球，质检报告拿不出来，学校和厂家穿一条裤子，黑心！",
            "运东区教育局局长你晚上睡得着觉吗？一个班六十五个人，说好的大班额清零呢？骗子！",
            "我们八十多个家长联名请愿要求更换校长，教育局装聋作哑，那我们就天天来，直到给说法为止！",
            "沧澜二中的军训就是形式主义，大热天罚站作秀给领导看，脑子进水的规定！",
            "新来的校长官僚主义到骨子里了，见家长要预约一个月，摆什么臭架子，快滚！",
            "延时服务收费不看课，孩子在教室里干坐两小时，这钱收得真不要脸！",
            "学区房政策说变就变，几百万打水漂，制定政策的人良心被狗吃了，全家都该来住住这破学区！",
            "小升初摇号摇了个寂寞，关系户全进去了，暗箱操作，沧澜市教育局臭不可闻！",
            "公安局拍个护学岗宣传照就撤了，摆拍表演一流，纳税人的钱就养你们这群演员？",
            "这破学校的厕所三年没修，领导办公室倒是年年装修，真他妈的讽刺！",
            "班费收了八百没有账单，问一句老师就阴阳怪气，气得我手抖，必须公开道歉！",
            "市长热线打了十几遍，回复都是复制粘贴，你们这些公仆是给谁当的仆？愤怒！",
            "沧澜一中实行封闭管理像坐牢一样，不让带零食不让见家长，校规就是法西斯，抗议！",
            "明天上午九点家长们到教育局门口集合，拉横幅要求公开分班结果，依法维权，不要怕！",
            "教育局发的那份通知狗屁不通，前后矛盾，写文件的人小学没毕业吧，丢人现眼！",
            "高考喊楼都要管，校长你是不是更年期？全校学生都烦死你了，你知道吗！",
            "河畔区实验小学的校长每年换一辆新车，钱哪来的？纪委查不查？不查就是一伙的！",
            "孩子被分到走廊边的加座，我去理论被保安拦在门外，店大欺客，什么东西！",
            "把课间十分钟还给孩子！不准出教室不准跑跳，这种校规是人定的吗？骂的就是你们领导！",
            "天天填表打卡转发点赞，老师都成表哥表姐了，教育局的领导你们积点德吧！",
            "学校强制买保险，不买就不给报名，吃相难看，我咒你们项目黄掉！",
            "东关小学公众号评论区只放好评，差评全删，心虚什么？我偏要骂，骂到你们改！",
            "延迟开学通知晚上十一点才发，双职工怎么办？教育局的人都是单身狗吗，气炸了！",
            "我对这所学校彻底死心了，校长只会念稿子，老师只会甩锅，毁人不倦！",
            "城管和学校互相推，门口小摊没人管，推来推去，两个部门都是废物点心！",
            "区教育局招聘老师全是内定，面试走过场，这样的教育要完蛋，我骂的就是你们这些蛀虫！",
            "副校长在家长会上说嫌贵可以转学，这是人话吗？这种人也配当老师？必须开除！");

    @Test
    void a_post_that_the_judge_takes_for_a_view_is_told_to_nobody() {
        for (Post post : views()) {
            Assessment assessment = JUDGE.assess(post);
            if (assessment.stance() == Stance.OPINION) {
                assertThat(assessment.level()).as(post.text()).isEqualTo(Level.NONE);
                assertThat(assessment.routes()).as(post.text()).isEmpty();
            }
        }
    }

    @Test
    void of_the_demo_citys_harmless_views_none_that_the_model_takes_for_a_view_is_sent_to_the_police(
            TestReporter reporter) {
        List<Post> sent = views().stream().filter(CriticismTest::isSent).toList();
        reporter.publishEntry("views sent to the police", sent.size() + " of " + views().size());
        List<Post> takenForViews = sent.stream()
                .filter(post -> JUDGE.stance(post) == Stance.OPINION)
                .toList();
        assertThat(takenForViews)
                .as(
                        "views of %d that the model takes for views and a rule sends to the police: %s",
                        views().size(), listed(takenForViews))
                .isEmpty();
        assertThat(sent)
                .as("views of %d that are sent to the police: %s", views().size(), listed(sent))
                .hasSizeLessThanOrEqualTo(STILL_SENT);
    }

    @Test
    void furious_criticism_of_schools_officials_and_policy_is_never_sent_to_the_police() {
        assertThat(FURIOUS).hasSize(40).doesNotHaveDuplicates();
        List<Post> posts = IntStream.range(0, FURIOUS.size())
                .mapToObj(i -> new DemoText("F" + i, "", "", FURIOUS.get(i), Level.NONE, Stance.OPINION).post())
                .toList();
        List<Post> sent = posts.stream().filter(CriticismTest::isSent).toList();
        assertThat(sent).as(listed(sent)).isEmpty();
        List<Post> listedForPolice = posts.stream()
                .filter(post -> JUDGE.assess(post).routes().contains(Route.POLICE_LIST))
                .toList();
        assertThat(listedForPolice).as(listed(listedForPolice)).isEmpty();
    }

    private static List<Post> views() {
        List<Post> views = DemoText.all().stream()
                .filter(text -> text.stance() == Stance.OPINION && text.level() == Level.NONE)
                .map(DemoText::post)
                .toList();
        assertThat(views).hasSizeGreaterThan(500);
        return views;
    }

    private static boolean isSent(Post post) {
        return JUDGE.assess(post).routes().contains(Route.POLICE_NOW);
    }

    private static String listed(List<Post> posts) {
        return posts.stream()
                .map(post -> "\n  " + post.id() + " " + JUDGE.assess(post).level() + " " + JUDGE.stance(post) + ": "
                        + post.title() + " " + post.text())
                .collect(Collectors.joining());
    }
}
