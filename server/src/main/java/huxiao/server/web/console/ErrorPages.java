package huxiao.server.web.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when a request fails: a page in the console's design, problem details (RFC 9457) under the API's paths. */
@Controller
class ErrorPages implements ErrorController {
    private static final Map<HttpStatus, String> KINDS = Map.of(
            HttpStatus.BAD_REQUEST, "request",
            HttpStatus.UNAUTHORIZED, "forbidden",
            HttpStatus.FORBIDDEN, "forbidden",
            HttpStatus.NOT_FOUND, "missing",
            HttpStatus.METHOD_NOT_ALLOWED, "request",
            HttpStatus.CONFLICT, "conflict",
            HttpStatus.PAYLOAD_TOO_LARGE, "large",
            HttpStatus.TOO_MANY_REQUESTS, "busy");

    private static final Map<HttpStatus, String> DETAILS = Map.of(
            HttpStatus.UNAUTHORIZED, "Bring an API key as 'Authorization: Bearer hx_…', or sign in at /login.",
            HttpStatus.FORBIDDEN,
                    "Your role may not do this, or the X-CSRF-TOKEN header of a session is missing; see GET /api/v1/me.",
            HttpStatus.NOT_FOUND, "There is nothing here, or nothing that you may see.",
            HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method; see /api/v1/docs.",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.",
            HttpStatus.PAYLOAD_TOO_LARGE, "The body is longer than this server allows.");

    @RequestMapping(value = "/error", produces = MediaType.ALL_VALUE)
    Object error(HttpServletRequest request, Model model) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(status, path));
        }
        model.addAttribute("status", status.value());
        model.addAttribute("kind", KINDS.getOrDefault(status, "server"));
        return "error";
    }

    private static ProblemDetail problem(HttpStatus status, String path) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, DETAILS.getOrDefault(status, status.getReasonPhrase() + "."));
        problem.setType(URI.create("about:blank"));
        problem.setInstance(URI.create(path));
        return problem;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
