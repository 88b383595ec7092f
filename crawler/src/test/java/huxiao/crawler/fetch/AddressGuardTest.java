package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static AddressGuard resolvingTo(String... addresses) {
        return new AddressGuard(host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = address(addresses[i]);
            }
            return found;
        });
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8", "169.254.169.254",
                        "172.16.0.1",
                "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.7",
                        "224.0.0.1",
                "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
                        "64:ff9b::7f00:1",
                "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::"
            })
    void an_address_that_is_not_public_is_refused(String literal) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "223.5.5.5",
                "2400:3200::1",
                "2001:4860:4860::8888"
            })
    void a_public_address_is_let_through(String literal) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(address(literal))).isTrue();
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() {
        AddressGuard guard = resolvingTo("8.8.8.8", "127.0.0.1");

        assertThatThrownBy(() -> guard.check(URI.create("http://bbs.example.cn/"), ""))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("bbs.example.cn is 127.0.0.1");
    }

    @Test
    void the_exception_holds_for_its_host_and_port_alone() {
        AddressGuard guard = resolvingTo("127.0.0.2");
        String excepted = "demo.test:8081";

        assertThatCode(() -> guard.check(URI.create("http://demo.test:8081/a"), excepted))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.check(URI.create("http://demo.test:5432/"), excepted))
                .isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> guard.check(URI.create("http://other.test:8081/"), excepted))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void the_exception_never_reaches_link_local_addresses() {
        assertThatThrownBy(() -> resolvingTo("169.254.169.254").check(URI.create("http://demo.test/"), "demo.test:80"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_name_that_turns_inside_after_the_first_look_is_refused_before_its_page_is_used() throws Exception {
        TestClock clock = new TestClock();
        try (TestSite site = new TestSite()) {
            site.html("/a", "inside");
            int[] looks = {0};
            // The looks before the page, for the rules and for itself, pass as if public; the look after the answer
            // sees loopback.
            AddressGuard guard =
                    new AddressGuard(host -> new InetAddress[] {address(++looks[0] <= 3 ? "8.8.8.8" : "127.0.0.1")});
            Fetcher fetcher = new Fetcher("huxiao/test", guard, new HostGate(clock, clock), clock);
            FetchLimits limits = new FetchLimits(1000, Duration.ofSeconds(5), Duration.ZERO, "");

            FetchResult result = fetcher.fetch(site.url("/a"), Validators.NONE, limits);

            assertThat(((FetchResult.Failed) result).outcome()).isEqualTo(FetchOutcome.REFUSED_ADDRESS);
            assertThat(site.hits("/a")).isEqualTo(1);
        }
    }
}
