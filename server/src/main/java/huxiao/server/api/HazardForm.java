package huxiao.server.api;

import huxiao.model.Category;
import huxiao.model.HazardSeverity;
import huxiao.register.HazardDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A new hazard (风险隐患) as a school enters it.
 *
 * @param school code of the school
 * @param category what kind of danger
 * @param title what it is, one line
 * @param detail more, may be left out
 * @param severity how grave
 * @param owner who must see to it (责任人)
 * @param due day by which it must be remedied
 */
@RequestForm
public record HazardForm(
        @NotBlank @Size(max = 64) String school,
        @NotNull Category category,
        @NotBlank @Size(max = HazardDraft.MAX_TITLE) String title,
        @Size(max = HazardDraft.MAX_DETAIL) String detail,
        @NotNull HazardSeverity severity,
        @NotBlank @Size(max = HazardDraft.MAX_TITLE) String owner,

        @NotNull @DayBetween(first = "2000-01-01", last = "2100-01-01")
        LocalDate due) {
    /** What the register takes. */
    public HazardDraft draft() {
        return new HazardDraft(school, category, title.strip(), detail.strip(), severity, owner.strip(), due);
    }
}
