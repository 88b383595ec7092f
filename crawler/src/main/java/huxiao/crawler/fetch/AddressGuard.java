package huxiao.crawler.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Keeps the crawler on the public internet, so that no page can send it to a service inside the house (server-side request
 * forgery). Every address that a name resolves to must be public by the IANA special-purpose registries (RFC 6890). One host and
 * port may be excepted for loopback and private addresses; link-local ones, where clouds keep their secrets, never are.
 */
final class AddressGuard {
    /** Looks names up; the system's resolver outside tests. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    AddressGuard(Resolver resolver) {
        this.resolver = resolver;
    }

    static AddressGuard system() {
        return new AddressGuard(InetAddress::getAllByName);
    }

    /**
     * Refuses a URL whose host has any address that may not be reached.
     *
     * @param privateAuthority the one {@code host:port} that may be loopback or private; empty for none
     * @throws RefusedAddressException naming host and address
     * @throws UnknownHostException when the name has no address
     */
    void check(URI uri, String privateAuthority) throws RefusedAddressException, UnknownHostException {
        boolean excepted = PageUrl.authority(uri).equals(privateAuthority);
        for (InetAddress address : resolver.resolve(uri.getHost())) {
            if (!isPublic(address) && !(excepted && isLoopbackOrPrivate(address))) {
                throw new RefusedAddressException(uri.getHost() + " is " + address.getHostAddress()
                        + ", not a public address; a source at a loopback or private one needs allowLoopback: true");
            }
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        if (address instanceof Inet4Address) {
            return !(a == 0
                    || (a == 100 && b >= 64 && b < 128) // shared address space, RFC 6598
                    || (a == 192 && b == 0 && (c == 0 || c == 2))
                    || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
                    || (a == 203 && b == 0 && c == 113)
                    || a >= 240);
        }
        boolean globalUnicast = (a & 0xe0) == 0x20;
        boolean protocolAssignment = a == 0x20 && b == 0x01 && c < 2; // Teredo, ORCHID and the like, RFC 2928
        boolean documentation = a == 0x20 && b == 0x01 && c == 0x0d && (bytes[3] & 0xff) == 0xb8;
        boolean sixToFour = a == 0x20 && b == 0x02; // carries any IPv4 address, private ones too
        return globalUnicast && !protocolAssignment && !documentation && !sixToFour;
    }

    private static boolean isLoopbackOrPrivate(InetAddress address) {
        boolean uniqueLocal = !(address instanceof Inet4Address) && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
    }
}
