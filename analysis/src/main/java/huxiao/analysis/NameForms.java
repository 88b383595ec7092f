package huxiao.analysis;

import huxiao.model.School;
import huxiao.model.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that follow from a school's official one: 第一中学 is 一中 and 1中, 师范学院附属小学 is 师院附小, 石桥镇中心小学 is 石桥小学. Pure functions. */
final class NameForms {
    private static final String NUMERAL = "[一二三四五六七八九十]{1,3}|\\d{1,2}";
    private static final Pattern ORDINAL = Pattern.compile("^第?(" + NUMERAL + ")(.*)$");
    private static final Pattern TOWN = Pattern.compile("^([\\p{IsHan}]{1,5}?)(镇|乡|街道)(.+)$");
    private static final Pattern CAMPUS =
            Pattern.compile("^(.{2,}?(?:中学|小学|学校|幼儿园|学院|中心))[(]?([\\p{IsHan}\\d]{1,6}?)(校区|分校|校园|分园|园区|部)[)]?$");
    private static final Pattern ROAD = Pattern.compile("^([\\p{IsHan}]{2,5})(路|街|大街|大道)(小学|中学|学校|幼儿园)$");
    private static final Pattern ARABIC = Pattern.compile("^(第?)([一二三四五六七八九十]{1,3})(中|小|幼|中学|小学|幼儿园)$");
    private static final String DIGITS = "零一二三四五六七八九";

    private static final Pattern STEM =
            Pattern.compile("^([\\p{IsHan}]{2,4}?)(?:镇|乡|路|街)?(?:中心|希望|双语|实验)?(?:小学|中学|学校|幼儿园)$");
    private static final Set<String> NO_STEMS = Set.of("中心", "高级", "初级", "职业", "师范", "特殊教育", "民办", "第一", "第二", "第三");

    /** What is said of the school itself where it has campuses: 一中本部. */
    private static final List<String> MAIN = List.of("本部", "总校", "老校区", "主校区", "校本部");
    /** What people put between a town and its one school of a kind: 石桥那个幼儿园. */
    private static final List<String> JOINTS = List.of("的", "那个", "那所", "这个");

    private NameForms() {}

    /** The campus by itself, such as 高新校区; empty for a school that is none. */
    static Optional<String> campusAlone(School school) {
        Matcher campus = CAMPUS.matcher(SchoolNames.key(school.name()));
        return campus.matches() ? Optional.of(campus.group(2) + campus.group(3)) : Optional.empty();
    }

    /** The official name, in normal form, of the school that a campus is one of; empty for a school that is none. */
    static Optional<String> main(School school) {
        Matcher campus = CAMPUS.matcher(SchoolNames.key(school.name()));
        return campus.matches() ? Optional.of(campus.group(1)) : Optional.empty();
    }

    /**
     * The name without what says that it is a school: 望江 of 望江中学, 实验 of 实验中学. Means the school only in a list of schools or
     * in front of a class.
     */
    static Optional<String> stem(School school, String city) {
        String name = SchoolNames.key(school.name());
        String district = SchoolNames.key(school.district());
        if (!city.isEmpty() && name.startsWith(city)) {
            name = name.substring(city.length());
            name = name.startsWith("市") ? name.substring(1) : name;
        }
        if (!district.isEmpty() && name.startsWith(district)) {
            name = name.substring(district.length());
        }
        Matcher stem = STEM.matcher(name);
        return stem.matches()
                        && !NO_STEMS.contains(stem.group(1))
                        && !ORDINAL.matcher(stem.group(1)).matches()
                ? Optional.of(stem.group(1))
                : Optional.empty();
    }

    /** The forms of another name that says the town without 镇: 大柳小学 of 大柳镇明德小学 is 大柳镇小学 too. */
    static Set<String> ofTown(School school) {
        String town = SchoolNames.key(school.street());
        String bare = Locality.bare(town);
        Set<String> names = new LinkedHashSet<>();
        if (bare.length() >= 2 && (town.endsWith("镇") || town.endsWith("乡"))) {
            for (String alias : school.aliases()) {
                String name = SchoolNames.key(alias);
                if (name.startsWith(bare) && !name.startsWith(town)) {
                    JOINTS.forEach(joint -> names.add(bare + joint + name.substring(bare.length())));
                    names.add(town + name.substring(bare.length()));
                }
            }
        }
        return names;
    }

    /** What a school that has campuses is called to tell it from them, by each of its names. */
    static Set<String> ofMain(Collection<String> names) {
        return names.stream()
                .flatMap(name -> MAIN.stream().map(main -> name + main))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a campus is called by the names of its school: 一中校区, 一中新校区. */
    static Set<String> ofCampus(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name + "校区", name + "的校区"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of a school. */
    static Set<String> of(School school, String city) {
        String rest = SchoolNames.key(school.name());
        Set<String> fronts = new LinkedHashSet<>();
        fronts.add("");
        String district = SchoolNames.key(school.district());
        if (!city.isEmpty() && rest.startsWith(city)) {
            rest = rest.substring(city.length());
            rest = rest.startsWith("市") ? rest.substring(1) : rest;
            fronts.add(city);
            fronts.add(city + "市");
            fronts.add("市");
        }
        if (!district.isEmpty() && rest.startsWith(district)) {
            rest = rest.substring(district.length());
            fronts = new LinkedHashSet<>(districtFronts(city, district));
        } else if (fronts.size() == 1) {
            fronts.addAll(districtFronts(city, district));
            fronts.add(city);
            fronts.add(city + "市");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String core : cores(rest, school.stage())) {
            for (String front : fronts) {
                if (!front.isEmpty() || isTelling(core)) {
                    names.add(front + core);
                }
            }
        }
        return names;
    }

    private static Set<String> districtFronts(String city, String district) {
        Set<String> fronts = new LinkedHashSet<>();
        fronts.add("");
        if (!district.isEmpty()) {
            String bare = district.length() > 2 ? district.substring(0, district.length() - 1) : district;
            fronts.add(district);
            fronts.add(bare);
            fronts.add(city + district);
            fronts.add(city + "市" + district);
            fronts.add(city + bare);
            fronts.add(district.substring(district.length() - 1));
        }
        return fronts;
    }

    /** A name that says which school is meant without a place in front of it: not 中学, not 一小 (一小时). */
    private static boolean isTelling(String core) {
        return core.length() > 2
                || core.endsWith("中")
                || core.endsWith("幼")
                || core.endsWith("附小")
                || core.endsWith("附中")
                || core.endsWith("实小");
    }

    /** The forms of what is left of a name without its city and district. */
    private static Set<String> cores(String rest, Stage stage) {
        Set<String> cores = new LinkedHashSet<>();
        Matcher campus = CAMPUS.matcher(rest);
        if (campus.matches()) {
            for (String whole : shorten(campus.group(1), stage)) {
                cores.add(whole + campus.group(2) + campus.group(3));
                cores.add(whole + "(" + campus.group(2) + campus.group(3) + ")");
                cores.add(whole + campus.group(2));
                if (campus.group(3).equals("分校")) {
                    cores.add(whole + "分校");
                }
            }
            return cores;
        }
        cores.addAll(shorten(rest, stage));
        return cores;
    }

    private static Set<String> shorten(String core, Stage stage) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(core);
        ordinal(forms, core);
        town(forms, core, stage);
        Matcher road = ROAD.matcher(core);
        if (road.matches()) {
            forms.add(road.group(1) + road.group(3));
        }
        for (String form : List.copyOf(forms)) {
            contract(forms, form);
        }
        for (String form : List.copyOf(forms)) {
            arabic(forms, form);
        }
        forms.removeIf(form -> form.length() < 2 || GENERIC.contains(form));
        return forms;
    }

    /** What every town has: never a school's name by itself. */
    private static final Set<String> GENERIC = Set.of(
            "小学", "中学", "初中", "高中", "学校", "幼儿园", "中心园", "职高", "职业学校", "技工学校", "初级中学", "高级中学", "中小", "镇中", "镇小", "乡中",
            "职业技术学校", "特校", "中心小", "中小学");

    /** What every town has, but people of one town say of theirs: means a school only where the town or the source decides. */
    private static final Set<String> EVERY_TOWNS = Set.of("中心小学", "中心幼儿园", "中心校", "中心学校", "职校", "技校", "中心幼");

    /** Whether a name without a place in it says no more than what every town has. */
    static boolean isEveryTowns(String name) {
        return EVERY_TOWNS.contains(name);
    }

    private static void ordinal(Set<String> forms, String core) {
        Matcher matcher = ORDINAL.matcher(core);
        if (!matcher.matches()) {
            return;
        }
        String number = matcher.group(1);
        switch (matcher.group(2)) {
            case "中学", "高级中学", "初级中学", "完全中学" -> {
                forms.add(number + "中");
                forms.add("第" + number + "中");
                forms.add(number + "中学");
                forms.add("第" + number + "中学");
            }
            case "小学" -> {
                forms.add(number + "小");
                forms.add("第" + number + "小");
                forms.add("第" + number + "小学");
            }
            case "幼儿园" -> {
                forms.add(number + "幼");
                forms.add("第" + number + "幼儿园");
            }
            case "实验小学" -> {
                forms.add("实验" + number + "小");
                forms.add(number + "实小");
            }
            case "实验中学" -> forms.add("实验" + number + "中");
            case "职业中学" -> forms.add(number + "职");
            default -> {
                // other names with a number in front, such as 十里河小学, have no short form by it
            }
        }
    }

    private static void town(Set<String> forms, String core, Stage stage) {
        Matcher matcher = TOWN.matcher(core);
        if (!matcher.matches()) {
            return;
        }
        String town = matcher.group(1);
        String full = town + matcher.group(2);
        String rest = matcher.group(3);
        Set<String> endings = new LinkedHashSet<>();
        endings.add(rest);
        if (rest.startsWith("中心")) {
            endings.add(rest.substring(2));
            if (stage == Stage.KINDERGARTEN) {
                endings.add("中心园");
            } else {
                endings.add("中心校");
                endings.add("中心小");
                endings.add("中心学校");
            }
        }
        if (rest.endsWith("初级中学")) {
            endings.add("中学");
            endings.add("初中");
        }
        if (rest.equals("中学") && (stage == Stage.JUNIOR)) {
            endings.add("初中");
        }
        for (String ending : endings) {
            forms.add(full + ending);
            forms.add(town + ending);
            for (String joint : JOINTS) {
                forms.add(town + joint + ending);
                forms.add(full + joint + ending);
            }
        }
        if (EVERY_TOWNS.contains(rest)) {
            forms.add(rest);
        }
        if (!rest.matches("(?:中心|第?[一二三四五六七八九十\\d]+)?(?:小学|中学|初级中学|学校|幼儿园)")) {
            forms.add(rest);
        }
    }

    private static void contract(Set<String> forms, String form) {
        List<String> made = new ArrayList<>();
        replace(made, form, "附属小学", "附小");
        replace(made, form, "附属中学", "附中");
        replace(made, form, "附属幼儿园", "附幼");
        replace(made, form, "附属实验学校", "附校");
        replace(made, form, "实验小学", "实小");
        replace(made, form, "实验中学", "实中");
        replace(made, form, "外国语中学", "外国语");
        replace(made, form, "外国语学校", "外国语");
        replace(made, form, "外国语小学", "外小");
        replace(made, form, "高级中学", "高中");
        replace(made, form, "高级中学", "中学");
        replace(made, form, "初级中学", "初中");
        replace(made, form, "初级中学", "中学");
        replace(made, form, "职业技术教育中心", "职教中心");
        replace(made, form, "职业教育中心", "职教中心");
        replace(made, form, "职业技术学校", "职校");
        replace(made, form, "职业技术学校", "职业学校");
        replace(made, form, "职业中等专业学校", "职专");
        replace(made, form, "中等职业学校", "职校");
        replace(made, form, "技工学校", "技校");
        replace(made, form, "特殊教育学校", "特教学校");
        replace(made, form, "特殊教育学校", "学校");
        replace(made, form, "双语学校", "双语");
        replace(made, form, "希望小学", "小学");
        replace(made, form, "实验学校", "学校");
        for (String once : List.copyOf(made)) {
            replace(made, once, "师范学院", "师院");
            replace(made, once, "师范大学", "师大");
            replace(made, once, "师范学院", "师范");
            replace(made, once, "大学", "大");
        }
        bareAttached(made, form, "附属小学", "附小");
        bareAttached(made, form, "附属中学", "附中");
        forms.addAll(made);
    }

    /** Where a city has one, everybody says only 附小. */
    private static void bareAttached(List<String> made, String form, String ending, String bare) {
        if (form.endsWith(ending)) {
            made.add(bare);
        }
    }

    private static void replace(List<String> made, String form, String from, String to) {
        if (form.contains(from)) {
            made.add(form.replace(from, to));
        }
    }

    /** Adds the form with digits: 十四中 is 14中 too. */
    private static void arabic(Set<String> forms, String form) {
        Matcher matcher = ARABIC.matcher(form);
        if (matcher.matches()) {
            forms.add(matcher.group(1) + number(matcher.group(2)) + matcher.group(3));
        }
    }

    private static int number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(chinese.charAt(0));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(ten - 1));
        int ones = ten == chinese.length() - 1 ? 0 : DIGITS.indexOf(chinese.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
