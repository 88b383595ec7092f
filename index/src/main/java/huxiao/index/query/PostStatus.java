package huxiao.index.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import huxiao.model.AlertStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the alert of a post stands, or that the post has none. */
public enum PostStatus {
    /** {@link AlertStatus#UNVERIFIED}. */
    UNVERIFIED,
    /** {@link AlertStatus#VERIFIED}. */
    VERIFIED,
    /** {@link AlertStatus#REJECTED}. */
    REJECTED,
    /** {@link AlertStatus#MERGED}; met only until the post is known to belong to the alert that took it over. */
    MERGED,
    /** {@link AlertStatus#CLOSED}. */
    CLOSED,
    /** The post belongs to no alert. */
    NONE;

    /** That of a post of an alert. */
    public static PostStatus from(AlertStatus status) {
        return valueOf(status.name());
    }

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in stored posts and the API, such as {@code unverified}. */
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
    public static PostStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown status '" + wireName + "'; allowed: "
                        + Arrays.stream(values()).map(PostStatus::wireName).collect(Collectors.joining(", "))));
    }
}
