package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Post;
import huxiao.model.School;
import huxiao.model.SchoolLink;
import huxiao.model.Schools;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which schools of the city a post names: longest name first, words that only look like a name and schools of other cities
 * left out, candidates ranked by districts and streets in the text, then by the district of the source, then by its school.
 * Immutable, thread safe.
 */
final class SchoolLinker {
    /** Weight of "none of them": a school of the same name that we do not know. */
    private static final double UNKNOWN = 0.15;

    private static final double NAMED_IN_TEXT = 50;
    private static final double PLACE_OF_SOURCE = 8;
    private static final double SCHOOL_OF_SOURCE = 6;
    private static final double BY_SOURCE_ALONE = 0.7;
    private static final double BY_SOURCE_AGAINST_TEXT = 0.3;
    /** Names up to this length need word boundaries; longer ones stand for themselves. */
    private static final int SHORT = 3;
    /** How far before a name "elsewhere" is looked for, units. */
    private static final int ELSEWHERE_REACH = 12;

    private static final Pattern NUMBERED = Pattern.compile("第?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:中|小|幼)");
    /** What follows "一中" and the like when no school is meant: 一中午, 三中全会, 五中一台, 二中择一, 一小时. */
    private static final String NOT_AFTER = "午间央国途等心文年性型旬期点毒断枪弹箭奖择全选取之时部块段口撮步会半袋把截型瓣片伙孩童虫儿";
    /** What stands before "一中" and the like when no school is meant: 其一中, 高一中途, 10投3中. */
    private static final String NOT_BEFORE = "其唯统初高投射命猜每逐之万百千0123456789.%两几";

    private static final Set<String> AFTER_SCHOOL = Set.of(
            "学", "校", "门", "的", "老", "家", "放", "操", "食", "宿", "旁", "对", "附", "后", "北", "南", "东", "西", "班", "教", "保",
            "同", "读", "上", "念", "今", "昨", "明", "有", "开", "高", "初", "毕", "考");
    private static final Set<String> OTHER =
            Set.of("邻", "外", "某", "省", "邻市", "外市", "外省", "外地", "邻县", "外县", "邻省", "别的", "另一个", "隔壁市", "隔壁县", "别市");
    private static final Set<String> LINKING = Set.of("的", "市", "县", "区", "省", "那边", "那边的", "这边", "老家");
    private static final Pattern QUARTER = Pattern.compile("城[东西南北中关郊]|[\\p{IsHan}]{1,2}[东西南北湖山桥街]");
    private static final String PLACE_ENDINGS = "江河湖山海州城阳安宁原川平水溪港岛沙林";
    private static final Set<String> PUPIL_TAILS = Set.of("小学生", "中学生", "小学", "中学", "中学校", "小学校", "学生", "学校");

    private final Schools schools;
    private final Set<String> ourPlaces = new HashSet<>();

    SchoolLinker(Schools schools) {
        this.schools = schools;
        addPlace(schools.city());
        addPlace(schools.city() + "市");
        for (School school : schools.all()) {
            addPlace(school.district());
            addPlace(bare(school.district()));
            addPlace(school.street());
            addPlace(bare(school.street()));
        }
    }

    private void addPlace(String place) {
        if (place.length() >= 2) {
            ourPlaces.add(SchoolNames.key(place));
        }
    }

    private static String bare(String place) {
        return place.length() > 2 ? place.substring(0, place.length() - 1) : place;
    }

    /** The mentions of schools in a text, in order, not overlapping. */
    List<Mention> mentions(String text, Automaton.Hits hits, List<Term> words, Post post) {
        if (hits.names().isEmpty()) {
            return List.of();
        }
        List<Automaton.Name> longestFirst = new ArrayList<>(hits.names());
        longestFirst.sort(
                Comparator.comparingInt(Automaton.Name::length).reversed().thenComparingInt(Automaton.Name::start));
        Words index = new Words(words, text.length());
        boolean[] taken = new boolean[text.length()];
        List<Mention> mentions = new ArrayList<>();
        for (Automaton.Name name : longestFirst) {
            if (isTaken(taken, name) || !isName(text, name, index)) {
                continue;
            }
            java.util.Arrays.fill(taken, name.start(), name.end(), true);
            if (!isElsewhere(text, name, index, hits.cues())) {
                mentions.add(new Mention(name.start(), name.end(), weigh(text, name, post)));
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start));
        return mentions;
    }

    /**
     * Whether {@link #mentions} would find any. Words are cut out of the clause around a name, and only where a short name or what
     * stands directly before a name asks for them.
     */
    boolean namesAny(String text, Automaton.Hits hits, HanlpSegmenter segmenter) {
        List<Automaton.Name> longestFirst = new ArrayList<>(hits.names());
        longestFirst.sort(
                Comparator.comparingInt(Automaton.Name::length).reversed().thenComparingInt(Automaton.Name::start));
        boolean[] taken = new boolean[text.length()];
        for (Automaton.Name name : longestFirst) {
            if (isTaken(taken, name)) {
                continue;
            }
            Words words = needsWords(text, name) ? Words.ofClause(text, name, segmenter) : Words.NONE;
            if (isName(text, name, words)) {
                java.util.Arrays.fill(taken, name.start(), name.end(), true);
                if (!isElsewhere(text, name, words, hits.cues())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A long name stands for itself, and a place can only stand directly before it. */
    private static boolean needsWords(String text, Automaton.Name name) {
        return name.length() <= SHORT || (name.start() > 0 && Character.isLetterOrDigit(text.charAt(name.start() - 1)));
    }

    /** One link a school, the likeliest first; the school of the source too. */
    List<SchoolLink> links(List<Mention> mentions, Document document, Post post) {
        Map<String, SchoolLink> links = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            Span span = document.span(mention.start(), mention.end());
            for (Mention.Meant meant : mention.meant()) {
                links.merge(
                        meant.code(),
                        new SchoolLink(meant.code(), meant.probability(), span),
                        (a, b) -> b.probability() > a.probability() ? b : a);
            }
        }
        boolean named = links.values().stream().anyMatch(SchoolLink::isLinked);
        if (schools.byCode(post.sourceSchool()).isPresent() && !links.containsKey(post.sourceSchool())) {
            double probability = named ? BY_SOURCE_AGAINST_TEXT : BY_SOURCE_ALONE;
            links.put(post.sourceSchool(), new SchoolLink(post.sourceSchool(), probability, Span.NOWHERE));
        }
        return links.values().stream()
                .sorted(Comparator.comparingDouble(SchoolLink::probability)
                        .reversed()
                        .thenComparing(SchoolLink::code))
                .toList();
    }

    private List<Mention.Meant> weigh(String text, Automaton.Name name, Post post) {
        Map<String, Double> weights = new HashMap<>();
        double sum = UNKNOWN;
        String place = SchoolNames.key(post.place());
        for (SchoolNames.Candidate candidate : name.candidates()) {
            School school = candidate.school();
            double weight = candidate.prior();
            if (isNamed(text, name, school)) {
                weight = NAMED_IN_TEXT * Math.max(weight, SchoolNames.SURE / 2);
            } else if (!place.isEmpty() && place.equals(SchoolNames.key(school.district()))) {
                weight = PLACE_OF_SOURCE * Math.max(weight, SchoolNames.SURE / 2);
            }
            if (school.code().equals(post.sourceSchool())) {
                weight *= SCHOOL_OF_SOURCE;
            }
            weights.put(school.code(), weight);
            sum += weight;
        }
        double total = sum;
        return name.candidates().stream()
                .map(candidate -> candidate.school().code())
                .map(code -> new Mention.Meant(code, weights.get(code) / total))
                .sorted(Comparator.comparingDouble(Mention.Meant::probability)
                        .reversed()
                        .thenComparing(Mention.Meant::code))
                .toList();
    }

    /** Whether the text names the school's district or street outside the mention itself or within it. */
    private boolean isNamed(String text, Automaton.Name name, School school) {
        if (name.candidates().size() == 1) {
            return false;
        }
        String district = SchoolNames.key(school.district());
        String street = SchoolNames.key(school.street());
        return occurs(text, district)
                || (district.length() > 2 && occurs(text, bare(district)))
                || occurs(text, street)
                || (street.length() > 2 && isTown(street) && occurs(text, bare(street)));
    }

    private static boolean isTown(String street) {
        return street.endsWith("镇") || street.endsWith("乡");
    }

    private static boolean occurs(String text, String place) {
        return place.length() >= 2 && text.contains(place);
    }

    private static boolean isTaken(boolean[] taken, Automaton.Name name) {
        for (int i = name.start(); i < name.end(); i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether the characters stand there as a name, not as parts of other words. */
    private static boolean isName(String text, Automaton.Name name, Words words) {
        if (name.length() > SHORT) {
            return true;
        }
        String form = name.name();
        char before = name.start() == 0 ? ' ' : text.charAt(name.start() - 1);
        char after = name.end() == text.length() ? ' ' : text.charAt(name.end());
        if (NUMBERED.matcher(form).matches()) {
            if (NOT_AFTER.indexOf(after) >= 0
                    || (!form.startsWith("第") && (NOT_BEFORE.indexOf(before) >= 0 || before == '第'))
                    || Character.isDigit(after)) {
                return false;
            }
            boolean digits = Character.isDigit(form.charAt(0));
            if (digits
                    && !AFTER_SCHOOL.contains(String.valueOf(after))
                    && after != ' '
                    && Character.isLetterOrDigit(after)) {
                return false;
            }
        }
        return words.startsAt(name.start())
                && (words.endsAt(name.end()) || words.isPupil(text, name.start(), name.end()));
    }

    /** Whether another place's name stands in front, or "elsewhere" is said just before. */
    private boolean isElsewhere(String text, Automaton.Name name, Words words, List<Automaton.Cue> cues) {
        for (Automaton.Cue cue : cues) {
            if (cue.group() == CueGroup.ELSEWHERE
                    && cue.end() <= name.start() + 1
                    && name.start() - cue.end() <= ELSEWHERE_REACH
                    && !isCut(text, cue.end(), name.start())
                    && !isOurs(name.name())) {
                return true;
            }
        }
        return words.before(name.start()).stream().anyMatch(this::isOtherPlace)
                || isSplitPlace(text, name.start(), words);
    }

    /** A place unknown to HanLP falls apart into single nouns of which the last says what it is: 岚 江. */
    private boolean isSplitPlace(String text, int at, Words words) {
        return at >= 2
                && PLACE_ENDINGS.indexOf(text.charAt(at - 1)) >= 0
                && words.isSingleNoun(at - 1)
                && words.isSingleNoun(at - 2)
                && !ourPlaces.contains(text.substring(at - 2, at));
    }

    private boolean isOurs(String name) {
        return ourPlaces.stream().anyMatch(name::contains);
    }

    private boolean isOtherPlace(Term word) {
        if (OTHER.contains(word.word)) {
            return true;
        }
        if (word.word.length() < 2 || isOurs(word.word) || ourPlaces.contains(word.word)) {
            return false;
        }
        String nature = String.valueOf(word.nature);
        return nature.equals("ns")
                || nature.equals("nsf")
                || (QUARTER.matcher(word.word).matches() && nature.startsWith("s"))
                || isUnheardName(word.word, nature);
    }

    /** A noun that HanLP's core dictionary does not know is a name: 沧澜 in front of 一中 for a reader in another city. */
    private static boolean isUnheardName(String word, String nature) {
        return nature.startsWith("n")
                && word.chars().allMatch(c -> Normaliser.isHan((char) c))
                && CoreDictionary.get(word) == null;
    }

    private static boolean isCut(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("。！？!?;；\n".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Word boundaries of a text. */
    private static final class Words {
        /** No words are known. */
        static final Words NONE = new Words(List.of(), 0);
        /** How far a clause is looked at before and behind a name, units. */
        private static final int REACH = 24;

        private final List<Term> terms;
        private final int[] termAt;

        /** The words of the clause that holds a name. */
        static Words ofClause(String text, Automaton.Name name, HanlpSegmenter segmenter) {
            int from = name.start();
            while (from > 0 && name.start() - from < REACH && Character.isLetterOrDigit(text.charAt(from - 1))) {
                from--;
            }
            int to = name.end();
            while (to < text.length() && to - name.end() < REACH && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            List<Term> terms = segmenter.terms(text.substring(from, to));
            for (Term term : terms) {
                term.offset += from;
            }
            return new Words(terms, text.length());
        }

        Words(List<Term> terms, int length) {
            this.terms = terms;
            this.termAt = new int[length + 1];
            java.util.Arrays.fill(termAt, terms.size());
            for (int t = 0; t < terms.size(); t++) {
                Term term = terms.get(t);
                java.util.Arrays.fill(termAt, term.offset, Math.min(length, term.offset + term.word.length()), t);
            }
        }

        boolean startsAt(int at) {
            return termAt[at] == terms.size() || terms.get(termAt[at]).offset == at;
        }

        boolean endsAt(int at) {
            return at >= termAt.length - 1 || startsAt(at);
        }

        /** Whether the word that reaches over the end only says whose pupil it is: 光明小 学生. */
        boolean isPupil(String text, int start, int end) {
            Term over = terms.get(termAt[end]);
            int overEnd = Math.min(text.length(), over.offset + over.word.length());
            return over.offset > start && PUPIL_TAILS.contains(text.substring(over.offset, overEnd));
        }

        boolean isSingleNoun(int at) {
            if (termAt[at] == terms.size()) {
                return false;
            }
            Term term = terms.get(termAt[at]);
            String nature = String.valueOf(term.nature);
            return term.word.length() == 1 && (nature.startsWith("n") || nature.startsWith("g"));
        }

        /** The word in front of a place, and the one before where that only links: 北京 的 四中. */
        List<Term> before(int at) {
            List<Term> found = new ArrayList<>(3);
            if (terms.isEmpty()) {
                return found;
            }
            int t = at < termAt.length - 1 && termAt[at] < terms.size() && terms.get(termAt[at]).offset < at
                    ? termAt[at]
                    : -1;
            if (t >= 0) {
                found.add(terms.get(t));
            }
            t = at == 0 ? -1 : termAt[at - 1];
            for (int steps = 0; steps < 3 && t >= 0 && t < terms.size(); steps++, t--) {
                found.add(terms.get(t));
                if (!LINKING.contains(terms.get(t).word)) {
                    break;
                }
            }
            return found;
        }
    }
}
