package huxiao.register;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a delivery tells. */
public enum DeliveryEvent {
    /** The receiver hears of the alert for the first time, or again after a retraction. */
    RAISED("alert.raised"),
    /** There is more to know of an alert that the receiver was told of. */
    UPDATED("alert.updated"),
    /** An alert that the receiver was told of was rejected, or merged into another. */
    RETRACTED("alert.retracted");

    private final String wireName;

    DeliveryEvent(String wireName) {
        this.wireName = wireName;
    }

    /** The name used in payloads and the API, such as {@code alert.raised}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
