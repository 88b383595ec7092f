package huxiao.server.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for an API key.
 *
 * @param label what it is for
 */
@RequestForm
public record KeyForm(@NotBlank @Size(max = 100) String label) {}
