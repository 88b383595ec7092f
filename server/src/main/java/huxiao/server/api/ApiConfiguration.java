package huxiao.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What describes the API (OpenAPI 3.1), and the clock by which forms are checked. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    private static final Map<String, String> FAULTS = Map.of(
            "400", "Faults in the request, all at once in `errors`; nothing was written",
            "401", "No key, a wrong one, or no session",
            "403", "Your role may not do this, or the CSRF token is missing",
            "404", "There is nothing, or nothing that you may see",
            "409", "Somebody else changed it, or its status does not allow it",
            "413", "The body is too long",
            "415", "The body is not application/json",
            "422", "The Idempotency-Key was used for something else");

    private static final Set<String> OF_WRITES = Set.of("409", "413", "415", "422");

    @Bean
    ValidationConfigurationCustomizer chinaClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock.withZone(ZoneId.of("Asia/Shanghai")));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Huxiao 护校")
                        .version("1")
                        .description(
                                "Alerts, schools, hazards and posts of one jurisdiction. "
                                        + "A school's software brings its key; a person's browser its session. See docs/api.md.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("hx_…")
                                        .description("a school's API key"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("huxiao")
                                        .description("the console's session; changes need the X-CSRF-TOKEN header")))
                .addSecurityItem(new SecurityRequirement().addList("key"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer faults() {
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiConfiguration::describeFaults);
        };
    }

    private static void describeFaults(Operation operation) {
        boolean writes = operation.getRequestBody() != null;
        FAULTS.forEach((code, meaning) -> {
            if (writes || !OF_WRITES.contains(code)) {
                operation.getResponses().addApiResponse(code, fault(meaning));
            }
        });
    }

    private static ApiResponse fault(String meaning) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", body));
    }

    private static Schema<?> problem() {
        Schema<?> error = typed("object")
                .addProperty("pointer", typed("string").description("JSON pointer into the body"))
                .addProperty("parameter", typed("string").description("name of a query parameter"))
                .addProperty("detail", typed("string").description("what is wrong and what is allowed"));
        Schema<?> errors = typed("array");
        errors.setItems(error);
        return typed("object")
                .description("Problem details (RFC 9457)")
                .addProperty("type", typed("string").format("uri-reference"))
                .addProperty("title", typed("string"))
                .addProperty("status", typed("integer"))
                .addProperty("detail", typed("string"))
                .addProperty("instance", typed("string").format("uri-reference"))
                .addProperty("errors", errors);
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        schema.setType(type);
        return schema;
    }
}
