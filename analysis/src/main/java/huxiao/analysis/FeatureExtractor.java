package huxiao.analysis;

import com.hankcs.hanlp.corpus.synonym.Synonym;
import com.hankcs.hanlp.dictionary.CoreSynonymDictionary;
import com.hankcs.hanlp.dictionary.common.CommonSynonymDictionary;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.analysis.frame.Frame;
import huxiao.analysis.frame.FrameFeatures;
import huxiao.analysis.frame.Range;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Turns a reading of a text into features. Names of schools count as one sign, so that nothing is learnt of any one school. Pure,
 * thread safe.
 */
final class FeatureExtractor {
    private static final int LONGEST_GRAM = 4;
    static final int LONGEST_SCREEN_GRAM = 3;
    /** Stands for the name of a school. */
    private static final char SCHOOL = '\ue000';

    private static final int WORD = 0x1000;
    private static final int WORD_PAIR = 0x2000;
    private static final int KIND = 0x3000;
    private static final int CUE = 0x4000;
    private static final int CUE_PAIR = 0x5000;
    private static final int CUE_NEAR = 0x6000;
    private static final int FORM = 0x7000;
    static final int SCREEN_GRAM = 0x8000;
    private static final int SCREEN_CUE = 0x9000;
    private static final int TERM = 0xa000;
    private static final int FRAME = 0xb000;

    private FeatureExtractor() {}

    /** The features of the full judgement. */
    static Features full(Reading reading, Frame frame) {
        Features features = new Features();
        String text = masked(reading);
        grams(features, text, LONGEST_GRAM, 0);
        words(features, reading, text);
        cues(features, reading);
        form(features, text);
        frame(features, frame);
        features.settle();
        return features;
    }

    /** The signs of the frame stand at its act. */
    private static void frame(Features features, Frame frame) {
        Range act = frame.act();
        boolean placed = frame.isPresent();
        for (String sign : FrameFeatures.of(frame)) {
            features.add(Features.Family.FRAME, hash(FRAME, sign), placed ? act.start() : -1, placed ? act.end() : -1);
        }
    }

    /** The features of the screen: characters and terms of the lexicon, no words. */
    static Features screen(String text, List<Automaton.Cue> cues) {
        Features features = new Features();
        grams(features, text, LONGEST_SCREEN_GRAM, SCREEN_GRAM);
        EnumSet<CueGroup> seen = EnumSet.noneOf(CueGroup.class);
        for (Automaton.Cue cue : cues) {
            if (cue.end() - cue.start() > 1 && seen.add(cue.group())) {
                features.add(Features.Family.CUE, screenCue(cue.group()), cue.start(), cue.end());
            }
        }
        features.settle();
        return features;
    }

    /** The screen's feature for a group of the lexicon. */
    static int screenCue(CueGroup group) {
        return mix(SCREEN_CUE, group.sign());
    }

    /** Whether no gram reaches over the character. */
    static boolean endsGram(char c) {
        return c == ' ' || c == Document.SEAM || c == SCHOOL;
    }

    /** What the character counts as: digits are all one. */
    static char gramSign(char c) {
        return Character.isDigit(c) ? '0' : c;
    }

    /** Whether the character is a gram by itself. */
    static boolean isGram(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String masked(Reading reading) {
        if (reading.mentions().isEmpty()) {
            return reading.text();
        }
        StringBuilder masked = new StringBuilder(reading.text());
        for (Mention mention : reading.mentions()) {
            for (int i = mention.start(); i < mention.end(); i++) {
                masked.setCharAt(i, SCHOOL);
            }
        }
        return masked.toString();
    }

    private static void grams(Features features, String text, int longest, int salt) {
        for (int i = 0; i < text.length(); i++) {
            int hash = salt;
            for (int n = 0; n < longest && i + n < text.length(); n++) {
                char c = text.charAt(i + n);
                if (endsGram(c)) {
                    break;
                }
                hash = mix(hash, gramSign(c));
                if (n > 0 || isGram(c)) {
                    features.add(Features.Family.GRAM, mix(hash, n), i, i + n + 1);
                }
            }
        }
    }

    private static void words(Features features, Reading reading, String masked) {
        int previous = 0;
        int previousStart = 0;
        for (Term term : reading.words()) {
            int start = term.offset;
            int end = start + term.word.length();
            if (!HanlpSegmenter.isWord(term.word) || masked.charAt(start) == SCHOOL) {
                previous = 0;
                continue;
            }
            int hash = hash(WORD, term.word);
            features.add(Features.Family.WORD, hash, start, end);
            if (previous != 0) {
                features.add(Features.Family.WORD, mix(mix(WORD_PAIR, previous), hash), previousStart, end);
            }
            CommonSynonymDictionary.SynonymItem kin = CoreSynonymDictionary.get(term.word);
            if (kin != null) {
                Synonym entry = kin.entry;
                String kind = entry.getIdString();
                features.add(
                        Features.Family.WORD, hash(KIND, kind.substring(0, Math.min(4, kind.length()))), start, end);
                features.add(
                        Features.Family.WORD, hash(KIND, kind.substring(0, Math.min(7, kind.length()))), start, end);
            }
            previous = hash;
            previousStart = start;
        }
    }

    private static void cues(Features features, Reading reading) {
        Map<CueGroup, Automaton.Cue> first = new EnumMap<>(CueGroup.class);
        for (Automaton.Cue cue : reading.cues()) {
            first.putIfAbsent(cue.group(), cue);
            features.add(Features.Family.CUE, mix(CUE, cue.group().sign()), cue.start(), cue.end());
            features.add(
                    Features.Family.WORD,
                    hash(mix(TERM, cue.group().sign()), cue.term().term()),
                    cue.start(),
                    cue.end());
        }
        CueGroup[] groups = first.keySet().toArray(CueGroup[]::new);
        for (int a = 0; a < groups.length; a++) {
            for (int b = a + 1; b < groups.length; b++) {
                int pair = mix(mix(CUE_PAIR, groups[a].sign()), groups[b].sign());
                Automaton.Cue left = first.get(groups[a]);
                Automaton.Cue right = first.get(groups[b]);
                features.add(Features.Family.CUE, pair, left.start(), left.end());
                features.add(Features.Family.CUE, pair, right.start(), right.end());
            }
        }
        near(features, reading);
    }

    /** Groups that meet within one clause. */
    private static void near(Features features, Reading reading) {
        List<Automaton.Cue> cues = reading.cues();
        for (int i = 0; i < cues.size(); i++) {
            Automaton.Cue left = cues.get(i);
            for (int j = i + 1; j < cues.size() && cues.get(j).start() - left.end() < 8; j++) {
                Automaton.Cue right = cues.get(j);
                if (right.group() != left.group() && right.start() >= left.end()) {
                    int pair = mix(
                            mix(CUE_NEAR, left.group().sign()), right.group().sign());
                    features.add(Features.Family.CUE, pair, left.start(), right.end());
                }
            }
        }
    }

    private static void form(Features features, String text) {
        int length = 32 - Integer.numberOfLeadingZeros(text.length());
        place(features, 0x100 + length);
        sign(features, text, '?', 1);
        sign(features, text, '!', 2);
        sign(features, text, '我', 3);
        sign(features, text, '你', 4);
        sign(features, text, '他', 5);
        sign(features, text, '她', 6);
        sign(features, text, Document.SEAM, 7);
        sign(features, text, '《', 8);
        sign(features, text, '“', 9);
        sign(features, text, '【', 10);
        if (text.contains("!!")) {
            place(features, 11);
        }
        if (text.endsWith("?")) {
            place(features, 12);
        }
    }

    private static void sign(Features features, String text, char sign, int id) {
        if (text.indexOf(sign) >= 0) {
            place(features, id);
        }
    }

    private static void place(Features features, int id) {
        features.add(Features.Family.FORM, mix(FORM, id), -1, -1);
    }

    private static int hash(int salt, String text) {
        int hash = salt;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return hash;
    }

    /** A round of MurmurHash3. */
    static int mix(int hash, int value) {
        int k = value * 0xcc9e2d51;
        k = Integer.rotateLeft(k, 15) * 0x1b873593;
        int mixed = Integer.rotateLeft(hash ^ k, 13) * 5 + 0xe6546b64;
        return mixed ^ (mixed >>> 16);
    }
}
