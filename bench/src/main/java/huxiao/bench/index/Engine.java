package huxiao.bench.index;

import huxiao.index.PostIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine as it is filled and measured.
 *
 * @param name as a table calls it
 * @param index the engine
 * @param measured what was measured, one at each size
 */
record Engine(String name, PostIndex index, List<Latencies> measured) {
    Engine(String name, PostIndex index) {
        this(name, index, new ArrayList<>());
    }
}
