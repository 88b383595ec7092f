package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stage of schooling of a school, as in schools.csv. */
public enum Stage {
    /** 小学. */
    PRIMARY,
    /** 初中. */
    JUNIOR,
    /** 高中. */
    SENIOR,
    /** Junior and senior, 完全中学. */
    COMPLETE,
    /** 九年一贯制. */
    NINE_YEAR,
    /** 十二年一贯制. */
    TWELVE_YEAR,
    /** 幼儿园. */
    KINDERGARTEN,
    /** 职业学校. */
    VOCATIONAL,
    /** 特殊教育学校. */
    SPECIAL;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code primary}. */
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
    public static Stage of(String wireName) {
        return WireNames.find(values(), Stage::wireName, "stage", wireName);
    }
}
