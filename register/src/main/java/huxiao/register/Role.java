package huxiao.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person works as. */
public enum Role {
    /** Opinion analyst (舆情分析员). */
    ANALYST,
    /** Police duty officer (值班民警). */
    POLICE,
    /** School safety officer (学校安全员). */
    SCHOOL,
    /** Runs the accounts. */
    ADMIN;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code analyst}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
