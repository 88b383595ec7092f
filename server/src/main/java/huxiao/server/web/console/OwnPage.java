package huxiao.server.web.console;

import huxiao.server.api.Fault;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.PasswordForm;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.Person;
import huxiao.server.web.guard.OwnPassword;
import huxiao.server.web.guard.ThrottledException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What this program knows of whoever reads it, and their own password. */
@Controller
class OwnPage {
    private final OwnPassword password;
    private final StrictForms forms;

    OwnPage(OwnPassword password, StrictForms forms) {
        this.password = password;
        this.forms = forms;
    }

    @GetMapping("/me")
    String me(Model model) {
        model.addAttribute("faults", Map.of());
        return "me";
    }

    @PostMapping("/me/password")
    String changePassword(
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            boolean same = fields.getOrDefault("new", "").equals(fields.getOrDefault("again", ""));
            List<Fault> known = same ? List.of() : List.of(Fault.of("again", "fault.again"));
            PasswordForm form = FieldFaults.read(forms, fields, PasswordForm.class, known);
            form.check();
            if (!password.change(person, form.old(), form.fresh(), request, response)) {
                throw new FaultyRequestException(Fault.of("old", "fault.password"));
            }
            next.addFlashAttribute("notice", Notice.good("notice.password"));
            return "redirect:/me";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("faults", FieldFaults.messages(e, text));
        } catch (ThrottledException e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
            model.addAttribute("faults", Map.of("old", text.of("login.wait", e.seconds())));
        }
        return "me";
    }
}
