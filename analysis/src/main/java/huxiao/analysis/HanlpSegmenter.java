package huxiao.analysis;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.ArrayList;
import java.util.List;

/** Words by HanLP's shortest-path segmentation over its core dictionary, named entities off. Thread safe; one instance serves all. */
public final class HanlpSegmenter implements Segmenter {
    /** Longest stretch handed to HanLP at once, so that memory stays bounded on long texts. */
    private static final int CHUNK = 2_000;

    private final Segment segment = new ViterbiSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enablePlaceRecognize(false)
            .enableOrganizationRecognize(false)
            .enableOffset(true);

    /** The words of a text, normalised, with offsets into the text as given; punctuation, symbols and spaces left out. */
    @Override
    public List<Word> cut(String text) {
        Normalised normalised = Normaliser.normalise(text);
        List<Word> words = new ArrayList<>();
        for (Term term : terms(normalised.text())) {
            if (isWord(term.word)) {
                int end = term.offset + term.word.length();
                words.add(new Word(term.word, normalised.originalStart(term.offset), normalised.originalEnd(end)));
            }
        }
        return words;
    }

    @Override
    public boolean keepsLetters(String text) {
        return Normaliser.normalise(text).keepsLettersOf(text);
    }

    /** HanLP's terms of a text in normal form, everything included, offsets into that text. */
    List<Term> terms(String text) {
        if (text.length() <= CHUNK) {
            return segment.seg(text);
        }
        List<Term> terms = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = chunkEnd(text, start);
            for (Term term : segment.seg(text.substring(start, end))) {
                term.offset += start;
                terms.add(term);
            }
            start = end;
        }
        return terms;
    }

    static boolean isWord(String word) {
        int at = 0;
        while (at < word.length()) {
            int codePoint = word.codePointAt(at);
            if (Character.isLetterOrDigit(codePoint)) {
                return true;
            }
            at += Character.charCount(codePoint);
        }
        return false;
    }

    /** The end of the chunk that starts at {@code start}: after punctuation in its second half if there is any, never inside a pair. */
    private static int chunkEnd(String text, int start) {
        int end = Math.min(text.length(), start + CHUNK);
        if (end == text.length()) {
            return end;
        }
        for (int i = end; i > start + CHUNK / 2; i--) {
            if (!Character.isLetterOrDigit(text.charAt(i - 1)) && !Character.isSurrogate(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
