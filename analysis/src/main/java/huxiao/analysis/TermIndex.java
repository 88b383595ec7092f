package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words of a text by position. */
final class TermIndex {
    private static final Set<String> SCHOOL_TAILS = Set.of(
            "小学生", "中学生", "小学", "中学", "中学校", "小学校", "学生", "学校", "校门", "校门口", "校园", "校长", "校车", "校外", "校内", "校区", "校服",
            "小的");
    /** Words with 中 in front that no school's name reaches into; what follows is looked at by {@link NameBoundary} too. */
    private static final Set<String> NOT_OF_SCHOOLS = Set.of(
            "中标", "中意", "中秋", "中药", "中医", "中介", "中风", "中招", "中华", "中层", "中级", "中转", "中场", "中肯", "中饭", "中餐", "中式", "中用",
            "中看", "中听");
    /** Words that only link a place to what lies in it: 北京 的 四中. */
    private static final Set<String> LINKING =
            Set.of("的", "市", "县", "区", "省", "那边", "那边的", "这边", "老家", "那个", "有个", "有所");

    private static final int STEPS_BACK = 3;

    private final List<Term> terms;
    private final int[] termAt;

    TermIndex(List<Term> terms, int length) {
        this.terms = terms;
        this.termAt = new int[length + 1];
        Arrays.fill(termAt, terms.size());
        for (int t = 0; t < terms.size(); t++) {
            Term term = terms.get(t);
            Arrays.fill(termAt, term.offset, Math.min(length, term.offset + term.word.length()), t);
        }
    }

    /** Whether a word starts at a unit. */
    boolean startsAt(int at) {
        return termAt[at] == terms.size() || terms.get(termAt[at]).offset == at;
    }

    /** Whether a word ends before a unit. */
    boolean endsAt(int at) {
        return at >= termAt.length - 1 || startsAt(at);
    }

    /** Whether the word that reaches over the end is one that HanLP made of a school's last character: 光明小 学生, 市八中 东门. */
    boolean isSchoolTail(int start, int end) {
        Term over = terms.get(termAt[end]);
        boolean numbered = over.word.length() == 2 && over.word.charAt(0) == '中' && over.offset == end - 1;
        return over.offset > start
                && (SCHOOL_TAILS.contains(over.word) || (numbered && !NOT_OF_SCHOOLS.contains(over.word)));
    }

    /** Whether the unit is a noun by itself. */
    boolean isSingleNoun(int at) {
        if (termAt[at] == terms.size()) {
            return false;
        }
        Term term = terms.get(termAt[at]);
        String nature = String.valueOf(term.nature);
        return term.word.length() == 1 && (nature.startsWith("n") || nature.startsWith("g"));
    }

    /** Whether a word of at least two characters lies within a stretch. */
    boolean hasLongWord(int start, int end) {
        return between(start, end).stream()
                .anyMatch(word -> word.word.length() > 1 && word.offset + word.word.length() <= end);
    }

    /** The words that start in a stretch. */
    List<Term> between(int start, int end) {
        List<Term> found = new ArrayList<>();
        for (int at = start; at < end; at++) {
            if (termAt[at] < terms.size() && terms.get(termAt[at]).offset == at) {
                found.add(terms.get(termAt[at]));
            }
        }
        return found;
    }

    /** The word in front of a unit, and the ones before where that only links. */
    List<Term> before(int at) {
        List<Term> found = new ArrayList<>(STEPS_BACK + 1);
        int t = at < termAt.length - 1 && termAt[at] < terms.size() && terms.get(termAt[at]).offset < at
                ? termAt[at]
                : -1;
        if (t >= 0) {
            found.add(terms.get(t));
        }
        t = at == 0 ? -1 : termAt[at - 1];
        for (int steps = 0; steps < STEPS_BACK && t >= 0 && t < terms.size(); steps++, t--) {
            found.add(terms.get(t));
            if (!LINKING.contains(terms.get(t).word)) {
                break;
            }
        }
        return found;
    }
}
