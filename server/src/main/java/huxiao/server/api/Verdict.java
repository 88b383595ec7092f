package huxiao.server.api;

import com.fasterxml.jackson.annotation.JsonValue;
import huxiao.model.AlertStatus;

/** What a person can say of an alert. */
public enum Verdict {
    /** It is true. */
    VERIFIED(AlertStatus.VERIFIED),
    /** It is untrue; whoever was told is told so. */
    REJECTED(AlertStatus.REJECTED),
    /** It was dealt with. */
    CLOSED(AlertStatus.CLOSED);

    private final AlertStatus status;

    Verdict(AlertStatus status) {
        this.status = status;
    }

    /** Where the alert stands afterwards. */
    public AlertStatus status() {
        return status;
    }

    /** The lower-case name used in the API, such as {@code verified}. */
    @JsonValue
    public String wireName() {
        return status.wireName();
    }
}
