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

    /**
     * The routes of a judged text in normal form; empty exactly at NONE.
     *
     * @param staffHarms whether a member of the school's own staff is said to have done harm
     */
    static List<Route> of(Level level, List<Category> categories, String text, boolean staffHarms) {
        if (level == Level.NONE) {
            return List.of();
        }
        boolean accused = staffHarms && categories.stream().anyMatch(DONE_BY_STAFF::contains);
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

    private static boolean forPoliceList(List<Category> categories, String text) {
        return categories.contains(Category.ILLEGAL_ACTIVITY)
                || (categories.contains(Category.FRAUD)
                        && MONEY_NOW.matcher(text).find())
                || (categories.contains(Category.BULLYING)
                        && INJURED.matcher(text).find());
    }
}
