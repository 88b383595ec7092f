package huxiao.server.web.console;

import huxiao.register.StaleRevisionException;
import huxiao.register.WrongStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a person asked for and says on the next page what became of it. */
final class Steps {
    private static final String NOTICE = "notice";

    private Steps() {}

    /** Runs a step; somebody else's earlier change is told, not thrown. */
    static void take(RedirectAttributes next, Notice done, Runnable step) {
        try {
            step.run();
            next.addFlashAttribute(NOTICE, done);
        } catch (StaleRevisionException e) {
            next.addFlashAttribute(NOTICE, Notice.bad("notice.stale", e.actual()));
        } catch (WrongStatusException e) {
            next.addFlashAttribute(NOTICE, Notice.bad("notice.status"));
        }
    }
}
