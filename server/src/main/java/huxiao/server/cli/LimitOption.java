package huxiao.server.cli;

import picocli.CommandLine.Option;

/** How many lines a listing prints at most. */
final class LimitOption {
    @Option(names = "--limit", paramLabel = "N", description = "At most so many; without it all.")
    private Long limit;

    /** Whether the number can be kept; says what is allowed where it cannot. */
    boolean isAllowed() {
        if (limit != null && limit < 0) {
            System.err.println("huxiao: --limit: found " + limit + ", allowed: 0 or more");
            return false;
        }
        return true;
    }

    /** The number, negative for all. */
    long most() {
        return limit == null ? -1 : limit;
    }
}
