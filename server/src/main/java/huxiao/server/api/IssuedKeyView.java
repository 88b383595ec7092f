package huxiao.server.api;

import huxiao.server.web.access.KeptAccounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * An API key that was just issued, shown this once.
 *
 * @param id what to call it by, and to revoke it by
 * @param school code of the school it speaks for
 * @param label what it is for
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param key the key itself: {@code hx_} and 32 random bytes in base64url; it cannot be shown again
 */
@Schema(name = "IssuedKey")
public record IssuedKeyView(String id, String school, String label, Instant createdAt, String createdBy, String key) {
    static IssuedKeyView of(KeptAccounts.Issued issued) {
        return new IssuedKeyView(
                issued.details().id(),
                issued.details().school(),
                issued.details().label(),
                issued.details().createdAt(),
                issued.details().createdBy(),
                issued.key());
    }
}
