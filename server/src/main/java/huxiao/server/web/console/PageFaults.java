package huxiao.server.web.console;

import huxiao.server.web.access.NotFoundException;
import huxiao.server.web.access.TooManyExportsException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is not there, or not for this person's eyes, is a 404 page; what must wait is a 429 page. */
@ControllerAdvice(basePackageClasses = PageFaults.class)
class PageFaults {
    @ExceptionHandler
    void missing(NotFoundException fault, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    void busy(TooManyExportsException fault, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(TooManyExportsException.RETRY_AFTER.toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
