package huxiao.server.api;

import huxiao.model.Category;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.register.HazardDraft;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A hazard as it shall be from now on; every member is replaced.
 *
 * @param school code of the school
 * @param category what kind of danger
 * @param title what it is, one line
 * @param detail more, may be left out
 * @param severity how grave
 * @param owner who must see to it (责任人)
 * @param due day by which it must be remedied
 * @param status open (when left out) or in_progress; closing is a step of its own
 * @param revision the revision that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record HazardUpdate(
        @NotBlank @Size(max = 64) String school,
        @NotNull Category category,
        @NotBlank @Size(max = HazardDraft.MAX_TITLE) String title,
        @Size(max = HazardDraft.MAX_DETAIL) String detail,
        @NotNull HazardSeverity severity,
        @NotBlank @Size(max = HazardDraft.MAX_TITLE) String owner,

        @NotNull @DayBetween(first = "2000-01-01", last = "2100-01-01")
        LocalDate due,

        HazardStatus status,
        @Min(1) Integer revision) {
    public HazardUpdate {
        status = status == null ? HazardStatus.OPEN : status;
        revision = revision == null ? Integer.valueOf(0) : revision;
    }

    /**
     * What the register takes.
     *
     * @throws FaultyRequestException when the status is closed
     */
    public HazardDraft draft() {
        if (status == HazardStatus.CLOSED) {
            throw new FaultyRequestException(Fault.of("status", "fault.choice", "open, in_progress"));
        }
        return new HazardDraft(school, category, title.strip(), detail.strip(), severity, owner.strip(), due, status);
    }
}
