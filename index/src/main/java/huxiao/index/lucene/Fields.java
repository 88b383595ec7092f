package huxiao.index.lucene;

/** The fields of a document. None is filled from the author; only {@link #STORED}, which no query reads, holds the post. */
final class Fields {
    /** Version of this layout and of how texts are cut; an index of another version is refused. */
    static final String FORMAT = "5";

    static final String ID = "id";
    static final String TIME = "time";
    static final String COLLECTED = "collected";
    static final String LEVEL = "level";
    static final String CATEGORY = "category";
    static final String STANCE = "stance";
    static final String SCHOOL = "school";
    static final String PLACE = "place";
    static final String SOURCE = "source";
    static final String HOUR_OF_WEEK = "hourOfWeek";
    static final String ALERTED = "alerted";
    static final String ALERT = "alert";
    static final String STATUS = "status";
    static final String REVISION = "revision";
    static final String WORDS = "words";

    /** The words once more of texts that do not keep their letters: only these can be found by words where their characters are not. */
    static final String FORMS = "forms";

    static final String CHARACTERS = "characters";
    static final String GRAMS = "grams";
    static final String BAND = "band";
    static final String VECTOR = "vector";
    static final String STORED = "post";

    static final String YES = "yes";
    static final String NO = "no";

    private Fields() {}
}
