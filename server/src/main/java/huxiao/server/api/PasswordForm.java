package huxiao.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;

/**
 * Changes one's own password.
 *
 * @param old the password so far
 * @param fresh the new one, {@code new} in JSON: 12 to 72 bytes in UTF-8
 */
@RequestForm
public record PasswordForm(
        @NotBlank @Password(least = 1) String old,
        @JsonProperty("new") @NotBlank @Password String fresh) {
    /**
     * Checks what hangs together.
     *
     * @throws FaultyRequestException when the new password is the old one
     */
    public void check() {
        if (fresh.equals(old)) {
            throw new FaultyRequestException(Fault.of("new", "fault.samePassword"));
        }
    }

    /** Neither password. */
    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
