package huxiao.server.web.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console begins with the alerts. */
@Controller
class HomePage {
    @GetMapping("/")
    String home() {
        return "redirect:/alerts";
    }
}
