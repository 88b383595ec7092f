package huxiao.server.web.console;

import huxiao.model.Schools;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedSearches;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the console needs: who reads it, in which language, and where it stands in the navigation. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {
    private final MessageSource messages;
    private final Schools schools;
    private final Clock clock;
    private final ScopedSearches searches;

    PageFrame(MessageSource messages, Schools schools, Clock clock, ScopedSearches searches) {
        this.messages = messages;
        this.schools = schools;
        this.clock = clock;
        this.searches = searches;
    }

    @ModelAttribute
    void frame(Model model, Locale locale, HttpServletRequest request, @AuthenticationPrincipal Person person) {
        model.addAttribute("text", new PageText(messages, locale, schools, clock));
        model.addAttribute("city", schools.city());
        model.addAttribute("here", here(request));
        model.addAttribute("section", request.getRequestURI().split("/", 3)[1]);
        if (person != null) {
            model.addAttribute("person", person);
            model.addAttribute("announced", searches.announced(person));
        }
    }

    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
