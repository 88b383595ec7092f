package huxiao.crawler.fetch;

import java.io.IOException;

/** A host has an address that may not be reached. */
final class RefusedAddressException extends IOException {
    RefusedAddressException(String message) {
        super(message);
    }
}
