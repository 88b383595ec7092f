package huxiao.server.web.console;

import huxiao.server.web.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese unless a cookie says English; what the browser prefers is not asked, since offices share machines. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {
    /** The languages there are, the first one by default. */
    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver(ServerSettings settings) {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocale(LANGUAGES.get(0));
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(settings.secureCookies());
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }
}
