package huxiao.bench.report;

import huxiao.analysis.CueGroup;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LexiconTerm;
import huxiao.model.Post;
import huxiao.model.School;
import huxiao.model.Schools;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The terms of the lexicon that a text holds, and what a program says that looks for keywords alone: an alert where a term of danger and a
 * word for a school or a school's name stand together; for the police where the term is one of violence, self-harm or abduction. Terms of
 * one character are left out, as they are parts of innocent words. Immutable, thread safe.
 */
final class Keywords {
    private static final Set<CueGroup> MORTAL = Set.of(
            CueGroup.WEAPON, CueGroup.ACT, CueGroup.THREAT, CueGroup.INCITE, CueGroup.SELF_HARM, CueGroup.ABDUCTION);
    private static final List<CueGroup> GROUPS = List.of(CueGroup.values());

    private final Map<String, Set<CueGroup>> terms = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final int longest;

    Keywords(Lexicon lexicon, Schools schools) {
        for (LexiconTerm term : lexicon.terms()) {
            if (term.term().length() > 1) {
                terms.computeIfAbsent(term.term(), any -> EnumSet.noneOf(CueGroup.class))
                        .add(term.group());
            }
        }
        for (School school : schools.all()) {
            names.add(normal(school.name()));
            school.aliases().forEach(alias -> names.add(normal(alias)));
        }
        this.longest = Math.max(
                terms.keySet().stream().mapToInt(String::length).max().orElse(0),
                names.stream().mapToInt(String::length).max().orElse(0));
    }

    Call call(Post post) {
        String text = text(post);
        Set<CueGroup> groups = groups(text);
        boolean school = ColdTexts.namesSchool(text) || holdsName(text);
        return new Call(
                school && groups.stream().anyMatch(CueGroup::isDanger),
                school && groups.stream().anyMatch(MORTAL::contains));
    }

    /** 1 for each group of which the text holds a term, then 1 for each pair of such groups; else 0. */
    float[] features(Post post) {
        int count = GROUPS.size();
        float[] features = new float[count + count * (count - 1) / 2];
        Set<CueGroup> held = groups(text(post));
        int pair = count;
        for (int a = 0; a < count; a++) {
            features[a] = held.contains(GROUPS.get(a)) ? 1 : 0;
            for (int b = a + 1; b < count; b++) {
                features[pair] = held.contains(GROUPS.get(a)) && held.contains(GROUPS.get(b)) ? 1 : 0;
                pair++;
            }
        }
        return features;
    }

    private Set<CueGroup> groups(String text) {
        Set<CueGroup> groups = EnumSet.noneOf(CueGroup.class);
        for (int i = 0; i < text.length(); i++) {
            for (int end = i + 2; end <= Math.min(text.length(), i + longest); end++) {
                groups.addAll(terms.getOrDefault(text.substring(i, end), Set.of()));
            }
        }
        return groups;
    }

    private boolean holdsName(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (int end = i + 2; end <= Math.min(text.length(), i + longest); end++) {
                if (names.contains(text.substring(i, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(Post post) {
        return normal(post.title() + "\n" + post.text());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
