package huxiao.server.web.console;

import huxiao.register.ShadowFilter;
import huxiao.register.ShadowFilter.Turn;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedShadow;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a model that is not switched on would change. What cannot be read in the address counts as not given. */
@Controller
class ShadowPage {
    private static final int PAGE = 50;

    private final ScopedShadow shadow;

    ShadowPage(ScopedShadow shadow) {
        this.shadow = shadow;
    }

    @GetMapping("/shadow")
    String list(
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String turn,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Person person,
            Model page) {
        List<String> models = shadow.models(person);
        String chosen = models.contains(model) || models.isEmpty() ? model : models.get(0);
        Turn only = Arrays.stream(Turn.values())
                .filter(one -> one.wireName().equals(turn))
                .findFirst()
                .orElse(Turn.ANY);
        ShadowFilter filter = filter(chosen, only, after);
        page.addAttribute("models", models);
        page.addAttribute("turns", Turn.values());
        page.addAttribute("filter", filter);
        page.addAttribute("summary", shadow.summary(person, chosen));
        page.addAttribute("page", shadow.list(person, filter));
        return "shadow";
    }

    private static ShadowFilter filter(String model, Turn turn, String after) {
        ShadowFilter first = ShadowFilter.of(model).with(turn).page(PAGE, "");
        try {
            return first.page(PAGE, after);
        } catch (IllegalArgumentException e) {
            return first;
        }
    }
}
