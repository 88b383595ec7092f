package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Place;
import huxiao.model.School;
import huxiao.model.Schools;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs that a name means a school of another city. Immutable, thread safe. */
final class Elsewhere {
    /** How far before a name "elsewhere" is looked for, units. */
    private static final int REACH = 12;
    /** How far before a name, in the same sentence, another city's name speaks for it, units. */
    private static final int SENTENCE = 24;

    private static final Set<String> OTHER = Set.of(
            "邻", "外", "某", "省", "邻市", "外市", "外省", "外地", "邻县", "外县", "邻省", "别的", "另一个", "隔壁市", "隔壁县", "别市", "某省", "某市",
            "某县");
    private static final Pattern QUARTER = Pattern.compile("城[东西南北中关郊]|[\\p{IsHan}]{1,2}[东西南北湖山桥街]");
    private static final String PLACE_ENDINGS = "江河湖山海州城阳安宁原川平水溪港岛沙林";
    /** Ways to say that what follows is in another place. */
    private static final Pattern SAID = Pattern.compile(
            "(?:老家(?!县|镇|村)|(?:邻|外|隔壁|别的?|某)[市省县城地]|外地|(?:新闻|热搜|视频)里?[:：说看]|他们那(?:边|儿)?的?)[^。！？!?;；\n]{0,8}$");
    /** Another city, a county or a province, by name: 在岚山市, 我在天津, 新闻：重庆南岸区. */
    private static final Pattern CITY = Pattern.compile(
            "(?:^|[在于从去说:：,， ])([\\p{IsHan}&&[^是的了在我他她你这那个说和与去到从于本全]]{2,3})[市省](?!委|长|民|场|里|内|区|政|直|属)");

    private static final List<String> JOINTS = List.of("那边的", "这边的", "那边", "这边", "那个", "的", "县城", "市里", "城里");
    private static final int LONGEST_PLACE = 8;

    private final Set<String> ours = new HashSet<>();
    private final Set<String> namedByPlace = new HashSet<>();

    Elsewhere(Schools schools, SchoolNames names, List<Place> places) {
        add(schools.city());
        add(schools.city() + "市");
        for (School school : schools.all()) {
            add(school.district());
            add(Locality.bare(school.district()));
            add(school.street());
            add(Locality.bare(school.street()));
        }
        for (Place place : places) {
            add(place.name());
            place.aliases().forEach(this::add);
        }
        names.byName().keySet().stream().filter(this::isOurs).forEach(namedByPlace::add);
    }

    private void add(String place) {
        if (place.length() >= 2) {
            ours.add(SchoolNames.key(place));
        }
    }

    /** Whether another place's name stands right in front. */
    boolean isOtherPlaceInFront(String text, Automaton.Name name, TermIndex words) {
        int end = withoutJoints(text, name.start());
        String front = text.substring(Math.max(0, end - LONGEST_PLACE), end);
        if (endsInOurs(front)) {
            return false;
        }
        return words.before(name.start()).stream().anyMatch(this::isOtherPlace)
                || isSplitPlace(text, end, words)
                || ("市县".indexOf(name.name().charAt(0)) >= 0 && isLikePlace(text, name.start()));
    }

    /** The end of what stands in front of a unit, without words that only link. */
    private static int withoutJoints(String text, int at) {
        int end = at;
        for (int step = 0; step < 2; step++) {
            for (String joint : JOINTS) {
                if (end > joint.length() && text.startsWith(joint, end - joint.length())) {
                    end -= joint.length();
                    break;
                }
            }
        }
        return end;
    }

    private boolean endsInOurs(String front) {
        for (int length = 2; length <= front.length(); length++) {
            if (ours.contains(front.substring(front.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** Where terms of the lexicon for "elsewhere" end. */
    static BitSet ends(List<Automaton.Cue> cues) {
        BitSet ends = new BitSet();
        cues.stream().filter(cue -> cue.group() == CueGroup.ELSEWHERE).forEach(cue -> ends.set(cue.end()));
        return ends;
    }

    /**
     * Whether "elsewhere" is said just before.
     *
     * @param cueEnds of {@link #ends}
     */
    boolean isSaid(String text, Automaton.Name name, BitSet cueEnds) {
        int end = cueEnds.previousSetBit(name.start() + 1);
        if (end >= 0 && name.start() - end <= REACH && !isCut(text, end, name.start())) {
            return true;
        }
        return SAID.matcher(text.substring(sentenceStart(text, name.start()), name.start()))
                .find();
    }

    /**
     * Whether the sentence names another city before the name, and none of our places between.
     *
     * @param named units that belong to names of schools
     */
    boolean isOtherCityBefore(String text, Automaton.Name name, TermIndex words, BitSet named) {
        int from = sentenceStart(text, name.start());
        int last = named.previousSetBit(name.start() - 1);
        if (last >= from) {
            from = last + 1;
        }
        String before = text.substring(from, name.start());
        Matcher city = CITY.matcher(before);
        boolean other = words.between(from, name.start()).stream().anyMatch(word -> isKnownCity(text, word))
                || (city.find() && !ours.contains(city.group(1)));
        return other && !isOurs(before);
    }

    /** Whether a name of a school holds one of our places. */
    boolean isOursByName(String name) {
        return namedByPlace.contains(name);
    }

    private boolean isOurs(String words) {
        return ours.stream().anyMatch(words::contains);
    }

    private static int sentenceStart(String text, int at) {
        int from = Math.max(0, at - SENTENCE);
        for (int i = at - 1; i >= from; i--) {
            if ("。！？!?;；\n".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return from;
    }

    /** A city that HanLP knows, said to be where it is: 在天津, 新闻:重庆. */
    private static boolean isKnownCity(String text, Term word) {
        return word.word.length() >= 2
                && String.valueOf(word.nature).equals("ns")
                && (word.offset == 0 || "在于说:：是去".indexOf(text.charAt(word.offset - 1)) >= 0);
    }

    /** Two characters that sound like a city, such as 临海 in front of 市三中. */
    private boolean isLikePlace(String text, int at) {
        return at >= 2
                && PLACE_ENDINGS.indexOf(text.charAt(at - 1)) >= 0
                && Normaliser.isHan(text.charAt(at - 2))
                && !ours.contains(text.substring(at - 2, at));
    }

    /** A place unknown to HanLP falls apart into single nouns of which the last says what it is: 岚 江. */
    private boolean isSplitPlace(String text, int at, TermIndex words) {
        return at >= 2
                && PLACE_ENDINGS.indexOf(text.charAt(at - 1)) >= 0
                && words.isSingleNoun(at - 1)
                && words.isSingleNoun(at - 2)
                && !ours.contains(text.substring(at - 2, at));
    }

    private boolean isOtherPlace(Term word) {
        if (OTHER.contains(word.word)) {
            return true;
        }
        String nature = String.valueOf(word.nature);
        boolean place = word.word.length() >= 2
                && (nature.equals("ns")
                        || nature.equals("nsf")
                        || (nature.startsWith("s") && QUARTER.matcher(word.word).matches())
                        || isUnheardName(word.word, nature));
        return place && !isOurs(word.word);
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
}
