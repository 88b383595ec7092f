package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a place of the gazetteer is. */
public enum PlaceKind {
    /** 街, 巷, 胡同. */
    STREET,
    /** 村. */
    VILLAGE,
    /** 店, 网吧, 超市. */
    SHOP,
    /** 公交站. */
    STOP,
    /** 桥, 立交. */
    BRIDGE,
    /** 小区, 宿舍. */
    ESTATE,
    /** 市场, 夜市. */
    MARKET,
    /** 公园. */
    PARK,
    /** 广场. */
    SQUARE,
    /** 火车站, 客运站. */
    STATION,
    /** 医院. */
    HOSPITAL,
    /** 水库, 水闸, 塘. */
    WATER,
    /** Anything else that people know. */
    LANDMARK;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, such as {@code bridge}. */
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
    public static PlaceKind of(String wireName) {
        return WireNames.find(values(), PlaceKind::wireName, "kind", wireName);
    }
}
