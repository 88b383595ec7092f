package huxiao.server.api;

import huxiao.register.ShadowFilter;
import huxiao.register.ShadowFilter.Turn;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedShadow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a model that is not switched on would change. */
@RestController
@Tag(name = "shadow", description = "影子模型 – for analysts and administrators of the whole jurisdiction")
class ShadowResource {
    private final ScopedShadow shadow;

    ShadowResource(ScopedShadow shadow) {
        this.shadow = shadow;
    }

    @GetMapping(path = "/api/v1/shadow", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How the shadow model compares, and the posts to which it would give another level")
    @Parameter(in = ParameterIn.QUERY, name = "model", description = "name of a model; the newest when left out")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "turn",
            description = "what becomes of telling police: any, new_police, lost_police")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    ShadowView list(@Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        List<String> models = shadow.models(person);
        ListParameters parameters = new ListParameters(request);
        String model = parameters.text("model").orElse(models.isEmpty() ? "" : models.get(0));
        ShadowFilter first = ShadowFilter.of(model)
                .with(parameters.choice("turn", Turn.class, Turn::wireName).orElse(Turn.ANY));
        int limit = parameters.limit();
        ShadowFilter filter =
                parameters.cursor(cursor -> first.page(limit, cursor)).orElse(first.page(limit, ""));
        parameters.finish();
        return ShadowView.of(models, shadow.summary(person, model), shadow.list(person, filter));
    }
}
