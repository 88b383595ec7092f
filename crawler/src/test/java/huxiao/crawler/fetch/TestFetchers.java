package huxiao.crawler.fetch;

/** Fetchers on a clock that needs no waiting. */
public final class TestFetchers {
    private TestFetchers() {}

    /** A fetcher with rules and a gate of its own. */
    public static Fetcher on(TestClock clock) {
        return new Fetcher("huxiao/test", AddressGuard.system(), new HostGate(clock, clock), clock);
    }
}
