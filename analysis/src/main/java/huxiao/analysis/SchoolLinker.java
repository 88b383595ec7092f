package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Place;
import huxiao.model.Post;
import huxiao.model.SchoolLink;
import huxiao.model.Schools;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which schools of the city a post concerns: where names stand
 * ({@link NameFinder}), which school each name means ({@link NameScorer}), which of several the danger concerns
 * ({@link RoleScorer}), and where none is named, the schools around the places that are ({@link PlaceFinder}). Immutable, thread
 * safe.
 */
final class SchoolLinker {
    private static final double BY_SOURCE_ALONE = 0.7;
    private static final double BY_SOURCE_AGAINST_TEXT = 0.3;
    /** From this on a name is another city's. */
    private static final double OURS = 0.5;
    /** The probability of a derived link at no distance at all. */
    private static final double DERIVED_AT_BEST = 0.7;
    /** What is shown for a link that does not count although it is likelier than not. */
    private static final double JUST_NOT_LINKED = 0.4999;
    /** A name up to this length may stand for a longer one said before. */
    private static final int SHORTEST_WHOLE = 3;
    /** Links less probable than this say nothing. */
    private static final double LEAST = 0.01;

    private final Schools schools;
    private final SchoolNames names;
    private final NameFinder finder;
    private final NameScorer scorer;
    private final PlaceFinder places;
    private final LinkingSettings settings;

    SchoolLinker(Schools schools, SchoolNames names, List<Place> gazetteer, LinkingSettings settings) {
        this.schools = schools;
        this.names = names;
        this.finder = new NameFinder(names);
        this.scorer = new NameScorer(new Elsewhere(schools, names, gazetteer), names);
        this.places = new PlaceFinder(gazetteer, schools, settings.radius());
        this.settings = settings;
    }

    /** Whether a text may name a school, told without its words: 实验 alone is none, and stands in every other text. */
    boolean mayName(String text, List<Automaton.Name> found) {
        return found.stream().anyMatch(name -> !names.isStem(name.name()) || StageWords.startsAt(text, name.end()));
    }

    /** The mentions of schools in a text, in order, not overlapping. */
    List<Mention> mentions(String text, Automaton.Hits hits, List<Term> terms, Post post) {
        if (!mayName(text, hits.names())) {
            return List.of();
        }
        TermIndex words = new TermIndex(terms, text.length());
        BitSet taken = new BitSet(text.length());
        List<Automaton.Name> found = finder.find(text, hits, words, taken);
        if (found.isEmpty()) {
            return List.of();
        }
        BitSet campuses = new BitSet();
        found.stream()
                .filter(name -> names.mainOf(name.candidates().get(0).school()).isPresent())
                .forEach(name -> campuses.set(name.start(), name.end()));
        Surroundings surroundings = new Surroundings(text, campuses, places.find(text, taken), places, post);
        List<Mention> ours = scorer.score(text, found, words, hits.cues(), surroundings).stream()
                .filter(mention -> mention.ours() > OURS)
                .toList();
        return withoutEchoes(text, ours);
    }

    /** A bare name after the campus of its school means that campus: 一中云岭分校要交三万二, 一中真敢收. */
    private List<Mention> withoutEchoes(String text, List<Mention> mentions) {
        Set<String> mains = new HashSet<>();
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean echo = mention.end() - mention.start() <= SHORTEST_WHOLE
                    && mains.contains(mention.meant().get(0).code())
                    && !NameScorer.isJoined(text, kept.get(kept.size() - 1).end(), mention.start());
            if (!echo) {
                kept.add(mention);
                schools.byCode(mention.meant().get(0).code())
                        .flatMap(names::mainOf)
                        .ifPresent(main -> mains.add(main.code()));
            }
        }
        return kept;
    }

    /**
     * One link a school, the likeliest first: named ones, that of the source, and above NONE where no named one counts, derived
     * ones.
     *
     * @param danger the probability that the post tells of danger, 0…1
     */
    List<SchoolLink> links(Reading reading, Document document, Post post, double danger) {
        Map<String, SchoolLink> links = named(reading, document, danger);
        boolean named = links.values().stream().anyMatch(SchoolLink::isLinked);
        if (schools.byCode(post.sourceSchool()).isPresent() && !links.containsKey(post.sourceSchool())) {
            double probability = named ? BY_SOURCE_AGAINST_TEXT : BY_SOURCE_ALONE;
            links.put(post.sourceSchool(), new SchoolLink(post.sourceSchool(), probability, Span.NOWHERE));
            named = true;
        }
        if (!named && danger >= SchoolLink.LINKED) {
            derive(links, reading, document);
        }
        return links.values().stream()
                .map(this::confident)
                .sorted(Comparator.comparingDouble(SchoolLink::probability)
                        .reversed()
                        .thenComparing(SchoolLink::code))
                .toList();
    }

    private Map<String, SchoolLink> named(Reading reading, Document document, double danger) {
        List<Mention> mentions = reading.mentions();
        double[] concerned =
                isOneSchool(mentions) ? new double[0] : RoleScorer.concerned(reading.text(), mentions, reading.cues());
        Map<String, SchoolLink> links = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            double role = concerned.length == 0 ? 1 : danger * concerned[i] + (1 - danger);
            Span span = document.span(mention.start(), mention.end());
            for (Mention.Meant meant : mention.meant()) {
                double probability = meant.probability() * role;
                if (probability >= LEAST) {
                    links.merge(
                            meant.code(),
                            new SchoolLink(meant.code(), probability, span),
                            (a, b) -> b.probability() > a.probability() ? b : a);
                }
            }
        }
        return links;
    }

    private static boolean isOneSchool(List<Mention> mentions) {
        return mentions.stream()
                        .map(mention -> mention.meant().get(0).code())
                        .distinct()
                        .count()
                <= 1;
    }

    /** Adds the schools around the places of the text. Beside named candidates a derived one never counts. */
    private void derive(Map<String, SchoolLink> links, Reading reading, Document document) {
        boolean unclear = !links.isEmpty();
        BitSet taken = new BitSet();
        reading.mentions().forEach(mention -> taken.set(mention.start(), mention.end()));
        for (PlaceFinder.Found found : places.find(reading.text(), taken)) {
            Span span = document.span(found.start(), found.end());
            for (PlaceFinder.Near near : places.around(found.place())) {
                double probability = byDistance(near.metres());
                SchoolLink link = new SchoolLink(
                        near.school().code(),
                        unclear ? Math.min(probability, JUST_NOT_LINKED) : probability,
                        span,
                        near.metres());
                links.merge(link.code(), link, (a, b) -> a.isDerived() && b.probability() > a.probability() ? b : a);
            }
        }
    }

    /** {@link #DERIVED_AT_BEST} at no distance, one half at {@code beside} metres, falling on exponentially. */
    private double byDistance(int metres) {
        if (settings.beside() == 0) {
            return JUST_NOT_LINKED * (1 - metres / (2.0 * Math.max(1, settings.radius())));
        }
        return DERIVED_AT_BEST * Math.pow(SchoolLink.LINKED / DERIVED_AT_BEST, (double) metres / settings.beside());
    }

    /** A link that is likelier than not but below the configured confidence is a candidate. */
    private SchoolLink confident(SchoolLink link) {
        return link.isLinked() && !link.isDerived() && link.probability() < settings.confidence()
                ? new SchoolLink(link.code(), JUST_NOT_LINKED, link.mention())
                : link;
    }
}
