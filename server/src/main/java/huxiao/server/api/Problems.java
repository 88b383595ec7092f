package huxiao.server.api;

import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchTimeoutException;
import huxiao.index.TooManyBucketsException;
import huxiao.index.query.QueryException;
import huxiao.register.IdempotencyConflictException;
import huxiao.register.LastAdministratorException;
import huxiao.register.StaleRevisionException;
import huxiao.register.TooManySearchesException;
import huxiao.register.WrongStatusException;
import huxiao.server.web.access.NotFoundException;
import huxiao.server.web.access.TooManyExportsException;
import huxiao.server.web.guard.BodyTooLargeException;
import huxiao.server.web.guard.ThrottledException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Faults of the API as problem details (RFC 9457), in English; {@code errors} names each fault's place. */
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<Object> faulty(FaultyRequestException fault) {
        List<Map<String, Object>> errors = fault.faults().stream()
                .map(one -> Map.<String, Object>of("pointer", one.pointer(), "detail", detail(one)))
                .toList();
        return problem(HttpStatus.BAD_REQUEST, "The body has faults; nothing was written.", errors);
    }

    @ExceptionHandler
    ResponseEntity<Object> faulty(FaultyParametersException fault) {
        List<Map<String, Object>> errors = fault.faults().stream()
                .map(one -> Map.<String, Object>of("parameter", one.member(), "detail", detail(one)))
                .toList();
        return problem(HttpStatus.BAD_REQUEST, "The query string has faults.", errors);
    }

    @ExceptionHandler
    ResponseEntity<Object> faulty(QueryException fault) {
        return faultyQuery("parameter", "q", fault);
    }

    @ExceptionHandler
    ResponseEntity<Object> faulty(FaultyQueryException fault) {
        return faultyQuery("pointer", fault.pointer(), fault.fault());
    }

    private static ResponseEntity<Object> faultyQuery(String place, String name, QueryException fault) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put(place, name);
        error.put("detail", fault.getMessage());
        error.put("position", fault.position());
        error.put("expected", fault.expected());
        fault.suggestion().ifPresent(suggestion -> error.put("suggestion", suggestion));
        return problem(HttpStatus.BAD_REQUEST, "The query cannot be understood.", List.of(error));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyBucketsException fault) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The histogram would have too many stretches.",
                List.of(Map.of("parameter", "histogram", "detail", fault.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(NotFoundException fault) {
        return problem(HttpStatus.NOT_FOUND, "There is nothing here, or nothing that you may see.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(AccessDeniedException fault) {
        return problem(HttpStatus.FORBIDDEN, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(StaleRevisionException fault) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Somebody else changed it; it has revision " + fault.actual() + " now. Read it again.");
        body.setProperty("revision", fault.actual());
        return respond(HttpStatus.CONFLICT, body);
    }

    @ExceptionHandler
    ResponseEntity<Object> full(TooManySearchesException fault) {
        return problem(HttpStatus.CONFLICT, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongStatus(WrongStatusException fault) {
        return problem(HttpStatus.CONFLICT, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> lastAdministrator(LastAdministratorException fault) {
        return problem(HttpStatus.CONFLICT, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> throttled(ThrottledException fault) {
        return retryLater(
                problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many wrong passwords. Wait " + fault.seconds() + " s.",
                        List.of()),
                fault.seconds());
    }

    /** In both languages: whoever meets this one is a person at a browser or a spreadsheet as often as a program. */
    @ExceptionHandler
    ResponseEntity<Object> busy(TooManyExportsException fault) {
        String detail = words(Locale.ENGLISH, fault) + " " + words(Locale.SIMPLIFIED_CHINESE, fault);
        return retryLater(
                problem(HttpStatus.TOO_MANY_REQUESTS, detail, List.of()),
                TooManyExportsException.RETRY_AFTER.toSeconds());
    }

    private String words(Locale language, TooManyExportsException fault) {
        return messages.getMessage("export.busy", new Object[] {fault.most()}, language);
    }

    private static ResponseEntity<Object> retryLater(ResponseEntity<Object> answer, long seconds) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> reused(IdempotencyConflictException fault) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLargeException fault) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> slow(SearchTimeoutException fault) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, fault.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> away(IndexUnavailableException fault) {
        LOG.warn("a search failed", fault);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE, "The index does not answer; nothing is lost. Try again.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(RuntimeException fault) {
        LOG.error("API request failed", fault);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed; its log says why.", List.of());
    }

    /** What Spring itself finds wrong: method, media type, a missing parameter. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail =
                fault instanceof ErrorResponse response && response.getBody().getDetail() != null
                        ? response.getBody().getDetail()
                        : HttpStatus.valueOf(status.value()).getReasonPhrase() + ".";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String detail(Fault fault) {
        return messages.getMessage(fault.key(), fault.arguments().toArray(), Locale.ENGLISH);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail, List<Map<String, Object>> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return respond(status, body);
    }

    private static ResponseEntity<Object> respond(HttpStatus status, ProblemDetail body) {
        body.setType(URI.create("about:blank"));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
