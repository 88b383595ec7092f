package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of danger a post tells of; several may hold at once. */
public enum Category {
    /** Somebody will hurt others. */
    VIOLENCE_THREAT,
    /** Somebody hurts or hurt others just now; two-sided fights too. */
    VIOLENCE_INCIDENT,
    /** Calls on others to hurt somebody. */
    INCITEMENT,
    /** Private data of a person published. */
    DOXXING,
    /** Among pupils, many on one, repeated or humiliating. */
    BULLYING,
    /** Self-harm or suicide. */
    SELF_HARM,
    /** Harassment, abuse, luring, exposure. */
    SEXUAL_HARM,
    /** Taken, lured, followed or missing. */
    ABDUCTION,
    /** Accident, drowning, crash, gas, fire. */
    INJURY_ACCIDENT,
    /** Condition of building, fire safety, electricity, perimeter. */
    FACILITY_HAZARD,
    /** Food that may make ill. */
    FOOD_HYGIENE,
    /** Danger of traffic at or to a school. */
    TRAFFIC_HAZARD,
    /** Illness that spreads. */
    PUBLIC_HEALTH,
    /** Fraud on parents, pupils or schools. */
    FRAUD,
    /** Alarming claim that spreads without a source. */
    RUMOR_PANIC,
    /** Drugs, weapons for sale, gambling, loans, pornography near or to pupils. */
    ILLEGAL_ACTIVITY;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code violence_threat}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The constant of a wire name.
     *
     * @throws IllegalArgumentException when there is none; the message lists what is allowed
     */
    @JsonCreator
    public static Category of(String wireName) {
        return WireNames.find(values(), Category::wireName, "category", wireName);
    }
}
