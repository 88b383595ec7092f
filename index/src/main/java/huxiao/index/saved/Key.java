package huxiao.index.saved;

/**
 * One thing that a post may show: a word, two characters side by side, a school. Keys are numbers, so that a post's need no strings of
 * their own. Two things may share a number; a search is then looked at in vain, and never missed.
 *
 * @param number what is compared
 * @param kind the kind of thing
 */
record Key(long number, Kind kind) {
    /** UTF-16 units. */
    static final int LONGEST_BEGINNING = 2;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long FIRST_MIX = 0xFF51AFD7ED558CCDL;
    private static final long SECOND_MIX = 0xC4CEB9FE1A85EC53L;
    private static final int SHIFT = 33;

    /** Between two characters, so that {@code ab c} is not {@code a bc}. */
    private static final char SEPARATOR = '\u001F';

    /** Kinds of things, each with the share of posts that show one of them, as far as can be told before any post was seen. */
    enum Kind {
        /** A word of the segmenter. */
        WORD(0.003),
        /** A character or a whole run of letters. */
        CHARACTER(0.02),
        /** Two characters side by side. */
        PAIR(0.004),
        /** One or two letters or digits with which a run begins. */
        BEGINNING(0.02),
        /** The code of a linked school. */
        SCHOOL(0.01),
        /** A level. */
        LEVEL(0.2),
        /** A category. */
        CATEGORY(0.05),
        /** A stance. */
        STANCE(0.2),
        /** The district of a source. */
        PLACE(0.1),
        /** A source. */
        SOURCE(0.1);

        private final double share;
        private final long seed;

        Kind(double share) {
            this.share = share;
            this.seed = added(FNV_OFFSET, name());
        }

        double share() {
            return share;
        }
    }

    static Key of(Kind kind, String text) {
        return new Key(number(kind, text), kind);
    }

    static Key ofPair(String left, String right) {
        return new Key(pair(left, right), Kind.PAIR);
    }

    /** Of the longest beginning that is looked at. */
    static Key ofBeginning(String beginning) {
        return of(Kind.BEGINNING, beginning.substring(0, Math.min(LONGEST_BEGINNING, beginning.length())));
    }

    static long number(Kind kind, String text) {
        return mixed(added(kind.seed, text));
    }

    static long pair(String left, String right) {
        return mixed(added((added(Kind.PAIR.seed, left) ^ SEPARATOR) * FNV_PRIME, right));
    }

    /** After Fowler, Noll and Vo. */
    private static long added(long number, String text) {
        long sum = number;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FNV_PRIME;
        }
        return sum;
    }

    /** Every bit of the result depends on every bit given (the last step of MurmurHash3); never 0. */
    private static long mixed(long sum) {
        long bits = sum;
        bits = (bits ^ (bits >>> SHIFT)) * FIRST_MIX;
        bits = (bits ^ (bits >>> SHIFT)) * SECOND_MIX;
        bits ^= bits >>> SHIFT;
        return bits == 0 ? 1 : bits;
    }
}
