package huxiao.analysis;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import huxiao.model.Place;
import huxiao.model.School;
import huxiao.model.Schools;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the places of the gazetteer in a text in normal form, with the schools around each. Immutable, thread safe. */
final class PlaceFinder {
    /** A school near a place. */
    record Near(School school, int metres) {}

    /** A place named at units {@code start} to {@code end}. */
    record Found(Place place, int start, int end) {}

    /** Names up to this length are parts of too many others: 鼓楼, but not the one in 鼓楼区. */
    private static final int SHORT = 2;
    /** What may follow a short name of a place. */
    private static final String AFTER_PLACE = "边旁里那附对门上下的有发着也都今昨前后外口路这岸又正被起出打 ,，。.!！?？:：、\n";

    /** Behind a place it makes a home of it, which says nothing of where the danger is: 9栋2单元. */
    private static final Pattern ADDRESS = Pattern.compile("^[0-9一二三四五六七八九十*]{1,4}(?:栋|幢|号楼|座|单元|号院|-)");

    private static final int LONGEST_ADDRESS = 8;

    private final AhoCorasickDoubleArrayTrie<Place> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean isEmpty;
    private final int radius;
    private final Map<Place, List<Near>> around = new HashMap<>();

    PlaceFinder(List<Place> places, Schools schools, int radius) {
        this.radius = radius;
        TreeMap<String, Place> names = new TreeMap<>();
        for (Place place : places) {
            names.putIfAbsent(SchoolNames.key(place.name()), place);
            place.aliases().forEach(alias -> names.putIfAbsent(SchoolNames.key(alias), place));
            around.put(place, around(place, schools, radius));
        }
        names.keySet().removeIf(name -> name.length() < SHORT);
        isEmpty = names.isEmpty();
        if (!isEmpty) {
            trie.build(names);
        }
    }

    private static List<Near> around(Place place, Schools schools, int radius) {
        List<Near> near = new ArrayList<>();
        for (School school : schools.all()) {
            double metres = place.metresTo(school);
            if (metres <= radius) {
                near.add(new Near(school, (int) Math.round(metres)));
            }
        }
        near.sort(Comparator.comparingInt(Near::metres)
                .thenComparing(one -> one.school().code()));
        return List.copyOf(near);
    }

    /** The schools within the radius of a place, the nearest first. */
    List<Near> around(Place place) {
        return around.getOrDefault(place, List.of());
    }

    /** 1 at the school itself, falling in a straight line to one half at the radius. */
    double closeness(Near near) {
        return 1 - near.metres() / (2.0 * Math.max(1, radius));
    }

    /** The places that a text names outside of {@code taken}, the longest names first to claim their characters, in order. */
    List<Found> find(String text, BitSet taken) {
        if (isEmpty) {
            return List.of();
        }
        List<Found> hits = new ArrayList<>();
        trie.parseText(text, (begin, end, place) -> hits.add(new Found(place, begin, end)));
        hits.sort(Comparator.comparingInt((Found found) -> found.start() - found.end())
                .thenComparingInt(Found::start));
        BitSet claimed = (BitSet) taken.clone();
        List<Found> kept = new ArrayList<>();
        for (Found found : hits) {
            int free = claimed.nextSetBit(found.start());
            if ((free < 0 || free >= found.end()) && stands(text, found)) {
                claimed.set(found.start(), found.end());
                kept.add(found);
            }
        }
        kept.sort(Comparator.comparingInt(Found::start));
        return kept;
    }

    private static boolean stands(String text, Found found) {
        if (ADDRESS.matcher(text.substring(found.end(), Math.min(text.length(), found.end() + LONGEST_ADDRESS)))
                .find()) {
            return false;
        }
        return found.end() - found.start() > SHORT
                || found.end() == text.length()
                || AFTER_PLACE.indexOf(text.charAt(found.end())) >= 0;
    }
}
