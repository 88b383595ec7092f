package huxiao.server.web;

import huxiao.index.PostIndex;
import huxiao.index.query.QueryParser;
import huxiao.model.Schools;
import huxiao.register.Register;
import huxiao.server.web.access.RiskScale;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of one server: its parts, and what is found in the packages of pages, API and access. No database, no mail. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration"
        })
@ComponentScan({"huxiao.server.web", "huxiao.server.api"})
class WebApplication {
    @Bean(destroyMethod = "")
    Register register(WebParts parts) {
        return parts.register();
    }

    @Bean(destroyMethod = "")
    PostIndex index(WebParts parts) {
        return parts.index();
    }

    @Bean
    Schools schools(WebParts parts) {
        return parts.schools();
    }

    @Bean
    RiskScale risk(WebParts parts) {
        return parts.risk();
    }

    @Bean
    Clock clock(WebParts parts) {
        return parts.clock();
    }

    @Bean
    QueryParser queryParser(WebParts parts) {
        return new QueryParser(parts.names());
    }
}
