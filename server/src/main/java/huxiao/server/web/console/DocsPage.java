package huxiao.server.web.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to try the API on. */
@Controller
class DocsPage {
    @GetMapping("/api/v1/docs")
    String docs() {
        return "docs";
    }
}
