package huxiao.analysis;

import huxiao.model.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a term of the lexicon is a sign of. A group speaks for danger, against it, or only sets the scene. */
public enum CueGroup {
    /** A thing to hurt with: 菜刀, 钢管. */
    WEAPON(Bearing.FOR),
    /** Hurting: 砍, 捅, 打人. */
    ACT(Bearing.FOR),
    /** Words of one who threatens: 说到做到, 同归于尽. */
    THREAT(Bearing.FOR),
    /** Calling others to come and hurt: 集合堵他, 带家伙. */
    INCITE(Bearing.FOR),
    /** Injury and its traces: 流血, 骨折, 送医. */
    HARM(Bearing.FOR),
    /** Calls for help now: 快来人, 报警, 120. */
    URGENT(Bearing.FOR),
    /** Means or moment of self-harm: 割腕, 楼顶边. */
    SELF_HARM(Bearing.FOR),
    /** Despair: 不想活, 没意思. */
    DESPAIR(Bearing.FOR),
    /** Many on one, repeated, humiliating. */
    BULLYING(Bearing.FOR),
    /** Sexual harm in general words. */
    SEXUAL(Bearing.FOR),
    /** Taken, followed, missing. */
    ABDUCTION(Bearing.FOR),
    /** Accident: 落水, 倒塌, 撞. */
    ACCIDENT(Bearing.FOR),
    /** Fire, smoke, gas. */
    FIRE(Bearing.FOR),
    /** The condition of buildings and things. */
    HAZARD(Bearing.FOR),
    /** Food that may make ill. */
    FOOD(Bearing.FOR),
    /** Illness. */
    ILLNESS(Bearing.FOR),
    /** Traffic. */
    TRAFFIC(Bearing.FOR),
    /** Money taken by deceit. */
    FRAUD(Bearing.FOR),
    /** Hearsay. */
    RUMOR(Bearing.FOR),
    /** Drugs, vapes, gambling, loans. */
    DRUG(Bearing.FOR),
    /** Private data. */
    DOX(Bearing.FOR),
    /** Where pupils are. */
    PLACE(Bearing.SCENE),
    /** Pupils and children. */
    CHILD(Bearing.SCENE),
    /** Staff of a school. */
    STAFF(Bearing.SCENE),
    /** A stranger. */
    STRANGER(Bearing.SCENE),
    /** Now. */
    NOW(Bearing.SCENE),
    /** At a named time to come. */
    SOON(Bearing.SCENE),
    /** A series: 又, 天天, 第三次. */
    AGAIN(Bearing.SCENE),
    /** Games. */
    GAME(Bearing.AGAINST),
    /** Story, film, role play. */
    FICTION(Bearing.AGAINST),
    /** Lyrics and songs. */
    LYRIC(Bearing.AGAINST),
    /** Exercises. */
    DRILL(Bearing.AGAINST),
    /** Elsewhere. */
    ELSEWHERE(Bearing.AGAINST),
    /** Words of reports. */
    NEWS(Bearing.AGAINST),
    /** Complaint, criticism, petition. */
    CRITICISM(Bearing.AGAINST),
    /** Negation and absence. */
    NEGATION(Bearing.AGAINST),
    /** Found, put out, cleared up. */
    RESOLVED(Bearing.AGAINST),
    /** Jokes and exaggeration. */
    JOKE(Bearing.AGAINST),
    /** Adverts. */
    ADVERT(Bearing.AGAINST),
    /** Lessons, homework, talks. */
    LESSON(Bearing.AGAINST),
    /** Sport. */
    SPORT(Bearing.AGAINST),
    /** Long ago. */
    PAST(Bearing.AGAINST);

    /** Which way a group speaks. */
    private enum Bearing {
        FOR,
        SCENE,
        AGAINST
    }

    private final Bearing bearing;

    CueGroup(Bearing bearing) {
        this.bearing = bearing;
    }

    /** Whether it speaks for danger. */
    public boolean isDanger() {
        return bearing == Bearing.FOR;
    }

    /** Whether it speaks against danger. */
    public boolean isHarmless() {
        return bearing == Bearing.AGAINST;
    }

    /**
     * Whether its words tell of a category. Those of violence, injury and need tell of any: 楼梯 is a hazard where a wall cracks, and
     * none where somebody lies on it.
     */
    boolean tellsOf(Category category) {
        return switch (this) {
            case SELF_HARM, DESPAIR -> category == Category.SELF_HARM || category == Category.BULLYING;
            case BULLYING -> category == Category.BULLYING || category == Category.VIOLENCE_INCIDENT;
            case SEXUAL -> category == Category.SEXUAL_HARM || category == Category.BULLYING;
            case ABDUCTION -> category == Category.ABDUCTION;
            case FIRE -> category == Category.FACILITY_HAZARD || category == Category.INJURY_ACCIDENT;
            case HAZARD -> category == Category.FACILITY_HAZARD || category == Category.TRAFFIC_HAZARD;
            case FOOD -> category == Category.FOOD_HYGIENE || category == Category.PUBLIC_HEALTH;
            case ILLNESS ->
                category == Category.PUBLIC_HEALTH
                        || category == Category.FOOD_HYGIENE
                        || category == Category.INJURY_ACCIDENT;
            case TRAFFIC -> category == Category.TRAFFIC_HAZARD || category == Category.INJURY_ACCIDENT;
            case FRAUD -> category == Category.FRAUD || category == Category.ILLEGAL_ACTIVITY;
            case RUMOR -> category == Category.RUMOR_PANIC;
            case DRUG -> category == Category.ILLEGAL_ACTIVITY;
            case DOX -> category == Category.DOXXING || category == Category.INCITEMENT;
            default -> true;
        };
    }

    /** Whether people hide its words: danger to persons. The condition of buildings, food and traffic nobody hides. */
    public boolean isHidden() {
        return switch (this) {
            case WEAPON, ACT, THREAT, INCITE, HARM, SELF_HARM, DESPAIR, BULLYING, SEXUAL, ABDUCTION, FIRE, DRUG -> true;
            default -> false;
        };
    }

    /** The lower-case name used in the lexicon's files and in reasons, such as {@code self_harm}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number that stays the same whatever other groups there are, so that a trained model stays true. */
    int sign() {
        return wireName().hashCode();
    }

    static Optional<CueGroup> find(String wireName) {
        return Arrays.stream(values())
                .filter(group -> group.wireName().equals(wireName))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(CueGroup::wireName).collect(Collectors.joining(", "));
    }
}
