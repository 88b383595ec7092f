package huxiao.analysis.frame;

/** What a chunk of a sentence does in it. */
enum Tag {
    /** 我. */
    FIRST,
    /** 你, 大家. */
    SECOND,
    /** 他, 有人. */
    THIRD,
    /** 学生, 男子. */
    PERSON,
    /** 班主任, 保安. */
    STAFF,
    /** 脸, 大腿. */
    BODY,
    /** 校门口. */
    PLACE,
    /** 菜刀, 汽油. */
    MEANS,
    /** 被: who suffers stands before it, who acts behind it. */
    BEI,
    /** 把: who suffers stands behind it. */
    BA,
    /** 对, 跟. */
    TO,
    /** 用, 拿着. */
    WITH,
    /** 在. */
    AT,
    /** 往, 冲进. */
    TOWARDS,
    /** 没有, 不会, 别. */
    NOT,
    /** What holds a 不 or 没 but denies nothing: 不是第一次. */
    NOTNOT,
    /** 要, 准备. */
    WILL,
    /** 正在, 还在. */
    NOW,
    /** 已经. */
    DONE,
    /** 如果, 再敢. */
    IF,
    /** 说, 扬言. */
    SAY,
    /** 听说. */
    HEAR,
    /** 是不是, 吗. */
    QUE,
    /** 凭什么: asks, but takes the act for granted. */
    WHY,
    /** 了. */
    LE,
    /** 过. */
    GUO,
    /** 着. */
    ZHE,
    /** 的. */
    DE,
    /** 得. */
    GET,
    /** Adverbs between subject and act: 又, 一起. */
    ALL,
    /** 那个, 几个. */
    DET,
    /** 里, 门口. */
    POSITION,
    /** What is done. */
    ACT,
    /** Words of time. */
    TIME,
    /** Numbers and the words that count. */
    NUMBER,
    /** Any other verb. */
    VERB,
    /** Any other noun. */
    NOUN,
    /** Punctuation, spaces, symbols. */
    MARK,
    /** Anything else. */
    OTHER;

    boolean isPerson() {
        return switch (this) {
            case FIRST, SECOND, THIRD, PERSON, STAFF -> true;
            default -> false;
        };
    }

    boolean isPronoun() {
        return this == FIRST || this == SECOND || this == THIRD;
    }

    /** Whether a noun phrase may hold it. */
    boolean isNominal() {
        return isPerson() || this == BODY || this == PLACE || this == MEANS || this == NOUN;
    }

    /** Whether it puts the phrase behind it into a role of its own, so that this is no subject. */
    boolean governs() {
        return switch (this) {
            case BEI, BA, TO, WITH, AT, TOWARDS -> true;
            default -> false;
        };
    }
}
