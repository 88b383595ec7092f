package huxiao.analysis.frame;

import huxiao.analysis.CueGroup;
import java.util.Locale;
import java.util.Optional;

/** Kinds of act, the weight saying which is told of first where a text names several. */
enum ActKind {
    /** Taking lives: 捅死. */
    KILL(4.0),
    /** Fire, bombs and poison on purpose: 放火. */
    BLAST(3.6),
    /** 跳楼. */
    SELFHARM(3.4),
    /** 猥亵. */
    SEXUAL(3.2),
    /** 抱走. */
    TAKE(3.1),
    /** 打, 扇. */
    HURT(3.0),
    /** 逼他下跪. */
    BULLY(2.6),
    /** Threatening words: 走着瞧. */
    MENACE(2.5),
    /** Calling others: 集合. */
    RALLY(2.3),
    /** Coming near: 追, 堵. */
    MOVE(2.2),
    /** 开盒. */
    EXPOSE(1.8),
    /** 贩卖. */
    SELL(1.5),
    /** Befalls people or buildings: 着火. */
    ACCIDENT(2.4),
    /** What is left of it: 流血. */
    INJURY(1.4);

    private final double weight;

    ActKind(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /** Whether it befalls its subject, so that nobody is said to do it. */
    boolean isSuffered() {
        return this == ACCIDENT || this == INJURY;
    }

    /** Whether a bare word of it, without any word of time, speaks of what is to come. */
    boolean isAhead() {
        return this == MENACE || this == RALLY;
    }

    /** Whether somebody's body is meant. */
    boolean isViolence() {
        return this == KILL || this == BLAST || this == HURT || this == MENACE;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of the acts that a group of the lexicon names, where it names any. */
    static Optional<ActKind> of(CueGroup group) {
        return switch (group) {
            case ACT -> Optional.of(HURT);
            case THREAT -> Optional.of(MENACE);
            case INCITE -> Optional.of(RALLY);
            case SELF_HARM, DESPAIR -> Optional.of(SELFHARM);
            case BULLYING -> Optional.of(BULLY);
            case SEXUAL -> Optional.of(SEXUAL);
            case ABDUCTION -> Optional.of(TAKE);
            case FIRE, ACCIDENT -> Optional.of(ACCIDENT);
            case HARM -> Optional.of(INJURY);
            default -> Optional.empty();
        };
    }
}
