package huxiao.server.web.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The login form; the login itself is a filter's work. */
@Controller
class LoginPage {
    @GetMapping("/login")
    String login() {
        return "login";
    }

    /** The form again, after too many failures; the security chain forwards here. */
    @RequestMapping("/login/wait")
    String mustWait() {
        return "login";
    }
}
