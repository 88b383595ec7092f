package huxiao.server.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.env.EnvironmentPostProcessorApplicationListener;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Console and REST API on one port. Several can run in one JVM: nothing is static, and neither the environment of the process nor
 * its logging is touched.
 */
public final class WebServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private WebServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @throws RuntimeException when the port is taken; the cause says so
     */
    public static WebServer start(ServerSettings settings, WebParts parts) {
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setEnvironment(environment(settings));
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener)
                        && !(listener instanceof EnvironmentPostProcessorApplicationListener))
                .toList());
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServerSettings.class, () -> settings);
            beans.registerBean(WebParts.class, () -> parts);
        });
        return new WebServer((ServletWebServerApplicationContext) application.run());
    }

    /** The port it listens on. */
    public int port() {
        return context.getWebServer().getPort();
    }

    /** Stops listening and frees the port; requests under way are cut off. */
    @Override
    public void close() {
        context.close();
    }

    private static StandardEnvironment environment(ServerSettings settings) {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addFirst(new MapPropertySource("huxiao", properties(settings)));
            }
        };
        return environment;
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", settings.host());
        properties.put("server.port", settings.port());
        properties.put(
                "server.servlet.session.timeout", settings.sessionTimeout().toSeconds() + "s");
        properties.put("server.servlet.session.cookie.name", "huxiao");
        properties.put("server.servlet.session.cookie.http-only", true);
        properties.put("server.servlet.session.cookie.same-site", "lax");
        properties.put("server.servlet.session.cookie.secure", settings.secureCookies());
        properties.put("server.servlet.session.tracking-modes", "cookie");
        properties.put("server.tomcat.max-http-form-post-size", settings.bodyLimit());
        properties.put("server.tomcat.threads.max", 64);
        properties.put("server.tomcat.use-relative-redirects", true);
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("server.compression.enabled", true);
        properties.put("spring.messages.basename", "messages");
        properties.put("spring.messages.encoding", "UTF-8");
        properties.put("spring.messages.fallback-to-system-locale", false);
        properties.put("spring.mvc.problemdetails.enabled", false);
        properties.put("spring.mvc.throw-exception-if-no-handler-found", true);
        properties.put("spring.jackson.visibility.is-getter", "none");
        properties.put("spring.jackson.serialization.write-dates-as-timestamps", false);
        properties.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
        properties.put("spring.web.resources.chain.strategy.content.enabled", true);
        properties.put("spring.web.resources.chain.strategy.content.paths", "/css/**,/js/**,/img/**");
        properties.put("springdoc.api-docs.path", "/api/v1/openapi.json");
        properties.put("springdoc.api-docs.version", "openapi_3_1");
        properties.put("springdoc.swagger-ui.enabled", false);
        properties.put("springdoc.packages-to-scan", List.of("huxiao.server.api"));
        properties.put("springdoc.override-with-generic-response", false);
        properties.put("springdoc.writer-with-order-by-keys", true);
        properties.put("springdoc.default-produces-media-type", "application/json");
        return properties;
    }
}
