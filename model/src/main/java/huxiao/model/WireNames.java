package huxiao.model;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds enum constants by the names used in files and messages. */
final class WireNames {
    private WireNames() {}

    static <E extends Enum<E>> E find(E[] values, Function<E, String> wireName, String what, String found) {
        for (E value : values) {
            if (wireName.apply(value).equals(found)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown " + what + " '" + found + "'; allowed: "
                + Arrays.stream(values).map(wireName).collect(Collectors.joining(", ")));
    }
}
