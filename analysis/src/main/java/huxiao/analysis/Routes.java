package huxiao.analysis;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who is to be told, by level and category; the school is left out where the accused is its staff. */
final class Routes {
    private static final String STAFF = "(?:老师|班主任|教师|教练|校长|主任|园长|保育员|生活老师|幼师|教官|保安|门卫|宿管|校医|校车司机|辅导员|师傅|外教|班任|老班)";
    private static final String HARMS =
            "(?:打了|打我|打他|打她|打孩|打学|打得|打人|打手|殴打|扇|踢|踹|掐|拧|揪|扯|拽|推倒|扎|针扎|体罚|罚跪|摸|亲我|亲她|亲孩|搂|抱住|抱着不|骚扰|猥亵|性侵|动手动脚|偷拍|发私|私密|单独叫|单独留|关小黑屋|关厕所|捆|绑|灌|拿书砸|砸|抽|揍|烫|约我|约她|开房|发亲)";
    /** Staff does it: 班主任扇了他, 班主任在教室里扇他, but not 把老师打了 nor 老师被打. */
    static final Pattern STAFF_HARMS = Pattern.compile(
            "(?<![把将对跟和给打骂被找诉])" + STAFF + "(?:(?!被|没|制止|拉开|来|说|问|教(?!室|学楼|导处|研室)|告诉|讲)[^，。！？,.!?;；\n]){0,8}?" + HARMS);

    private static final Pattern HARMED_BY_STAFF =
            Pattern.compile("被[^，。！？,.!?\n]{0,5}" + STAFF + "[^，。！？,.!?\n]{0,6}?" + HARMS.replace("打了|", "打|"));
    private static final Pattern OUTSIDE = Pattern.compile("辅导班|培训班|补习班|托管班|机构|校外|小区保安|商场保安");
    private static final Pattern MONEY_NOW =
            Pattern.compile("转账|转了|转过|扫码|扫了|收款码|二维码|付款|交了|打款|汇款|充值|收钱|流水|押金|定金|正在收|还在收|千万别转|别扫");
    /** Traces of an injury. */
    static final Pattern INJURED = Pattern.compile("受伤|流血|出血|骨折|淤青|青一块|肿|伤口|烟疤|烫伤|划伤|送医|医院|急诊|缝|疤|脑震荡|破皮|鼻血");

    private static final Set<Category> DONE_BY_STAFF = EnumSet.of(
            Category.VIOLENCE_INCIDENT,
            Category.SEXUAL_HARM,
            Category.BULLYING,
            Category.VIOLENCE_THREAT,
            Category.ABDUCTION);

    private Routes() {}

    /** The routes of a judged text in normal form; empty exactly at NONE. */
    static List<Route> of(Level level, List<Category> categories, String text) {
        if (level == Level.NONE) {
            return List.of();
        }
        boolean accused = staffAccused(categories, text);
        EnumSet<Route> routes = EnumSet.noneOf(Route.class);
        if (level.isPolice()) {
            routes.add(Route.POLICE_NOW);
        } else if (accused || forPoliceList(categories, text)) {
            routes.add(Route.POLICE_LIST);
        }
        if (!accused) {
            routes.add(Route.SCHOOL);
        }
        if (accused || level.isAtLeast(Level.YELLOW)) {
            routes.add(Route.BUREAU);
        }
        if (categories.contains(Category.SELF_HARM)) {
            routes.add(Route.CARE);
        }
        return List.copyOf(routes);
    }

    /** Whether a member of the school's own staff is said to have done it. */
    static boolean staffAccused(List<Category> categories, String text) {
        return categories.stream().anyMatch(DONE_BY_STAFF::contains)
                && (STAFF_HARMS.matcher(text).find()
                        || HARMED_BY_STAFF.matcher(text).find())
                && !OUTSIDE.matcher(text).find();
    }

    private static boolean forPoliceList(List<Category> categories, String text) {
        return categories.contains(Category.ILLEGAL_ACTIVITY)
                || (categories.contains(Category.FRAUD)
                        && MONEY_NOW.matcher(text).find())
                || (categories.contains(Category.BULLYING)
                        && INJURED.matcher(text).find());
    }
}
