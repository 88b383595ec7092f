package huxiao.analysis;

/**
 * What speaks for or against one school, or for a school of another city, behind a name; the weight is what it adds to the
 * log-odds. Chosen by hand on the tuning half of {@code bench/data/linking} and checked on the other half, see docs/linking.md.
 */
enum LinkFeature {
    /** Logarithm of the share that names of this kind have by themselves ({@link SchoolNames.Candidate#prior}). */
    PRIOR(2),
    /** Its district is named, no other district nearer. */
    DISTRICT_IN_TEXT(4.8),
    /** Another candidate's district is named, or is nearer. */
    OTHER_DISTRICT_IN_TEXT(-1),
    /** Its street or town is named. */
    STREET_IN_TEXT(4),
    /** A place of the gazetteer near it is named; 1 beside it, falling to 0.5 at the radius. */
    PLACE_IN_TEXT(4.5),
    /** The source is tied to its district. */
    DISTRICT_OF_SOURCE(4.3),
    /** The source is tied to this school. */
    SCHOOL_OF_SOURCE(2.5),
    /** Words of its stage stand nearby: 高三, 一年级, 大班. */
    STAGE_FITS(1),
    /** Words of another stage stand nearby. */
    STAGE_CLASHES(-2.5),
    /** The name beside it in a list means a school of the same rank: of the city, or of the same district. */
    SAME_RANK_IN_LIST(2.5),
    /** A longer name elsewhere in the text means it surely: 城北中心小学 … 中心小学. */
    NAMED_IN_FULL(4),

    /** What is always said for a school that we do not know. */
    UNKNOWN(-3),
    /** The name is one that every town has: 中心小学. */
    EVERY_TOWN(3),
    /** Another place's name stands in front. */
    OTHER_PLACE_IN_FRONT(9),
    /** "Elsewhere" is said just before, and the name holds none of our places. */
    ELSEWHERE_SAID(7),
    /** The sentence names another city before it, and the name holds none of our places. */
    OTHER_CITY_BEFORE(6);

    private final double weight;

    LinkFeature(double weight) {
        this.weight = weight;
    }

    double times(double value) {
        return weight * value;
    }

    double weight() {
        return weight;
    }
}
