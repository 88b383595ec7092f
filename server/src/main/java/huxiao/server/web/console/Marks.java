package huxiao.server.web.console;

import huxiao.model.Field;
import huxiao.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cuts a text at the borders of its reasons, so that a page can mark each stretch. Pieces put together give the text again. */
final class Marks {
    private Marks() {}

    /**
     * A stretch of the text.
     *
     * @param text the author's characters
     * @param number number of the heaviest reason that covers it, from 1, as in the list of reasons; 0 for none
     * @param less whether that reason speaks against danger
     * @param last whether the reason ends here, so that its number is shown once
     */
    public record Piece(String text, int number, boolean less, boolean last) {
        /** Whether it is marked. */
        public boolean isMarked() {
            return number > 0;
        }
    }

    /** The pieces of one field; reasons that do not fit the text, since it was edited, are left out. */
    static List<Piece> of(String text, Field field, List<Reason> reasons) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Reason reason : reasons) {
            if (fits(reason, field, text)) {
                cuts.add(reason.span().start());
                cuts.add(reason.span().end());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int end : cuts.tailSet(1)) {
            int number = covering(start, end, text, field, reasons);
            boolean last = number > 0 && reasons.get(number - 1).span().end() == end;
            boolean less = number > 0 && reasons.get(number - 1).weight() < 0;
            pieces.add(new Piece(text.substring(start, end), number, less, last));
            start = end;
        }
        return pieces;
    }

    private static int covering(int start, int end, String text, Field field, List<Reason> reasons) {
        int best = 0;
        for (int i = 0; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            boolean covers = fits(reason, field, text)
                    && reason.span().start() <= start
                    && reason.span().end() >= end;
            if (covers
                    && (best == 0
                            || Math.abs(reason.weight())
                                    > Math.abs(reasons.get(best - 1).weight()))) {
                best = i + 1;
            }
        }
        return best;
    }

    private static boolean fits(Reason reason, Field field, String text) {
        return !reason.span().isEmpty()
                && reason.span().field() == field
                && reason.span().end() <= text.length()
                && text.startsWith(reason.span().text(), reason.span().start());
    }
}
