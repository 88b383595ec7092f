package huxiao.server.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;

/**
 * What a school reports of its security.
 *
 * @param guards full-time guards (专职保安员)
 * @param lastInspection day of the last safety inspection, not in the future; left out, and then {@link LocalDate#MIN}, when there
 *     was none
 */
@RequestForm
public record FiguresForm(
        @NotNull @Min(0) @Max(1000) Integer guards,

        @PastOrPresent @DayBetween(first = "2000-01-01", last = "2100-01-01")
        LocalDate lastInspection) {
    public FiguresForm {
        lastInspection = lastInspection == null ? LocalDate.MIN : lastInspection;
    }
}
