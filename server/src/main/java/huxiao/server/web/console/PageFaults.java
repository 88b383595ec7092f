package huxiao.server.web.console;

import huxiao.server.web.access.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is not there, or not for this person's eyes, is a 404 page. */
@ControllerAdvice(basePackageClasses = PageFaults.class)
class PageFaults {
    @ExceptionHandler
    void missing(NotFoundException fault, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
