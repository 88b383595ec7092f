package huxiao.server.web.console;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.register.Account;
import huxiao.register.LastAdministratorException;
import huxiao.register.Role;
import huxiao.register.Scope;
import huxiao.server.api.AccountForm;
import huxiao.server.api.Fault;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.KeyForm;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.KeptAccounts;
import huxiao.server.web.access.NotFoundException;
import huxiao.server.web.access.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts of this program and keys of schools' software, for administrators. Faults are those of the API, beside each field. */
@Controller
class AccountPages {
    /** A form that nobody has filled in yet. */
    private static final Map<String, String> EMPTY = Map.of("role", Role.SCHOOL.wireName(), "active", "true");

    private final KeptAccounts accounts;
    private final Schools schools;
    private final StrictForms forms;

    AccountPages(KeptAccounts accounts, Schools schools, StrictForms forms) {
        this.accounts = accounts;
        this.schools = schools;
        this.forms = forms;
    }

    @GetMapping("/accounts")
    String list(@AuthenticationPrincipal Person person, Model model) {
        form(EMPTY, Map.of(), model);
        return lists(person, Map.of(), Map.of(), model);
    }

    private String lists(Person person, Map<String, String> keyValues, Map<String, String> keyFaults, Model model) {
        model.addAttribute("accounts", accounts.list(person));
        model.addAttribute("keys", accounts.keys(person));
        model.addAttribute("keyValues", keyValues);
        model.addAttribute("keyFaults", keyFaults);
        return "accounts";
    }

    private void form(Map<String, String> values, Map<String, String> faults, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        model.addAttribute("roles", Role.values());
        model.addAttribute("schools", schools.all());
        model.addAttribute("districts", choices(School::district, values.get("district")));
        model.addAttribute("policeUnits", choices(School::policeUnit, values.get("policeUnit")));
        model.addAttribute("educationBureaus", choices(School::educationBureau, values.get("educationBureau")));
        model.addAttribute(
                "goneSchool",
                Optional.ofNullable(values.get("school"))
                        .filter(code -> !code.isEmpty() && schools.byCode(code).isEmpty())
                        .orElse(""));
    }

    /** What the directory has, and what an account has had before its school left the directory. */
    private List<String> choices(Function<School, String> part, String chosen) {
        return Stream.concat(schools.all().stream().map(part), Stream.ofNullable(chosen))
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .toList();
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        String login = fields.getOrDefault("login", "").strip();
        try {
            AccountForm form = FieldFaults.read(forms, fields, AccountForm.class, loginFaults(person, login));
            form.check(Optional.empty(), false, schools);
            accounts.put(person, login, form.entry());
            next.addFlashAttribute("notice", Notice.good("notice.accountAdded", login));
            return "redirect:/accounts";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            form(fields, FieldFaults.messages(e, text), model);
            return lists(person, Map.of(), Map.of(), model);
        }
    }

    private List<Fault> loginFaults(Person person, String login) {
        if (!AccountForm.isLogin(login)) {
            return List.of(Fault.of("login", "fault.login"));
        }
        return accounts.find(person, login).isPresent() ? List.of(Fault.of("login", "fault.taken")) : List.of();
    }

    @GetMapping("/accounts/{login}")
    String one(@PathVariable String login, @AuthenticationPrincipal Person person, Model model) {
        Account account = find(person, login);
        model.addAttribute("account", account);
        form(values(account), Map.of(), model);
        return "account";
    }

    private Account find(Person person, String login) {
        return accounts.find(person, login).orElseThrow(() -> new NotFoundException("account", login));
    }

    private static Map<String, String> values(Account account) {
        Scope scope = account.scope();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("login", account.login());
        values.put("name", account.name());
        values.put("role", account.role().wireName());
        values.put("district", scope.district());
        values.put("policeUnit", scope.policeUnit());
        values.put("educationBureau", scope.educationBureau());
        values.put("school", scope.school());
        values.put("active", Boolean.toString(account.active()));
        return values;
    }

    @PostMapping("/accounts/{login}")
    String change(
            @PathVariable String login,
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Account account = find(person, login);
        try {
            AccountForm form = forms.read(fields, AccountForm.class);
            form.check(Optional.of(account), account.login().equals(person.login()), schools);
            accounts.put(person, account.login(), form.entry());
            next.addFlashAttribute("notice", Notice.good("notice.accountChanged", account.login()));
            return "redirect:/accounts";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            form(fields, FieldFaults.messages(e, text), model);
        } catch (LastAdministratorException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            form(fields, Map.of("", text.of("fault.lastAdministrator")), model);
        }
        model.addAttribute("account", account);
        return "account";
    }

    @PostMapping("/keys")
    String issue(
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        String school = fields.getOrDefault("school", "");
        List<Fault> known = schools.byCode(school).isEmpty() ? List.of(Fault.of("school", "fault.school")) : List.of();
        try {
            KeyForm form = FieldFaults.read(forms, fields, KeyForm.class, known);
            KeptAccounts.Issued issued =
                    accounts.issue(person, school, form.label().strip());
            next.addFlashAttribute("issued", issued.key());
            next.addFlashAttribute("issuedFor", school);
            return "redirect:/accounts";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            form(EMPTY, Map.of(), model);
            return lists(person, fields, FieldFaults.messages(e, text), model);
        }
    }

    @PostMapping("/keys/{id}/revoke")
    String revoke(@PathVariable String id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice",
                Notice.good("notice.keyRevoked", accounts.revoke(person, id).label()));
        return "redirect:/accounts";
    }
}
