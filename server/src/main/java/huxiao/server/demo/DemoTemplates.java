package huxiao.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The demo's HTML templates. Everything that goes into one is escaped. Thread safe. */
final class DemoTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    DemoTemplates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(DemoTemplates.class.getClassLoader());
        resolver.setPrefix("huxiao/server/demo/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    String render(String template, Map<String, Object> model) {
        return engine.process(template, new Context(Locale.SIMPLIFIED_CHINESE, model));
    }
}
