package huxiao.server.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps the chosen language in a cookie and goes back to the page. */
@Controller
class LanguageSwitch {
    private final LocaleResolver resolver;

    LanguageSwitch(LocaleResolver resolver) {
        this.resolver = resolver;
    }

    @GetMapping("/language")
    RedirectView choose(
            @RequestParam("to") String to,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        LanguageConfiguration.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(to))
                .findFirst()
                .ifPresent(language -> resolver.setLocale(request, response, language));
        RedirectView view = new RedirectView(isOwn(back) ? back : "/");
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** A path on this server: nothing that a browser reads as another host or another scheme. */
    private static boolean isOwn(String back) {
        return back.equals("/") || back.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    }
}
