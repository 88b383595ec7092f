package huxiao.server.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One leaf of a long list, and the links to the others.
 *
 * @param number this leaf's number, from 1
 * @param items what stands on it
 * @param links to all leaves, in order
 */
record Paging<T>(int number, List<T> items, List<Link> links) {
    /** A link to a leaf. */
    record Link(int number, String href, boolean current) {}

    Paging {
        items = List.copyOf(items);
        links = List.copyOf(links);
    }

    /** The leaf of a number; empty when the list has no such leaf. An empty list has one empty leaf. */
    static <T> Optional<Paging<T>> leaf(List<T> all, int number, int size, IntFunction<String> href) {
        int leaves = Math.max(1, (all.size() + size - 1) / size);
        if (number < 1 || number > leaves) {
            return Optional.empty();
        }
        List<T> items = all.subList((number - 1) * size, Math.min(all.size(), number * size));
        List<Link> links = IntStream.rangeClosed(1, leaves)
                .mapToObj(i -> new Link(i, href.apply(i), i == number))
                .toList();
        return Optional.of(new Paging<>(number, items, links));
    }

    /** Whether there is more than one leaf. */
    public boolean isNeeded() {
        return links.size() > 1;
    }

    /** The href of the next leaf; empty on the last. */
    public String next() {
        return number < links.size() ? links.get(number).href() : "";
    }
}
