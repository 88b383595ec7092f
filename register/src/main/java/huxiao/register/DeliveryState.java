package huxiao.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits to be sent, for the first time or again. */
    PENDING,
    /** The receiver took it. */
    SENT,
    /** Given up after too many failures. */
    DEAD,
    /** Overtaken: its alert was rejected or merged before it was sent. */
    CANCELLED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code pending}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
