package huxiao.server.metrics;

import huxiao.model.AlertStatus;
import huxiao.register.DeliveryState;
import huxiao.streaming.Summary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The figures of one running service. They are read when they are asked for and never kept, so that nobody who does not ask pays.
 * A figure of a part that is away is NaN, which Prometheus does not mistake for zero. Thread safe.
 */
public final class ServiceMetrics implements AutoCloseable {
    /** The media type of {@link #scrape()}. */
    public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Set<String> reasons = new HashSet<>();
    private final Supplier<Readings> source;
    private volatile Readings latest;

    /**
     * Figures of a service.
     *
     * @param parts the names that {@link Readings#up()} has
     * @param source reads them; it does not throw
     */
    public ServiceMetrics(List<String> parts, Supplier<Readings> source) {
        this.source = source;
        this.latest = Readings.NONE;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        for (String part : parts) {
            Gauge.builder("huxiao.up", () -> latest.up().getOrDefault(part, false) ? 1 : 0)
                    .description("1 while the part does its work, else 0")
                    .tag("part", part)
                    .register(registry);
        }
        posts();
        register();
    }

    /** All figures as they are now, in Prometheus' text format 0.0.4. */
    public synchronized String scrape() {
        latest = source.get();
        latest.posts().ifPresent(posts -> posts.dropped().keySet().forEach(this::countDropped));
        return registry.scrape();
    }

    private void posts() {
        count("huxiao.posts.read", "posts read from all sources since the job started, copies included", Summary::read);
        count("huxiao.posts.refused", "posts that could not be handled since the job started", Summary::refused);
        count("huxiao.posts.indexed", "posts judged and handed to the index since the job started", Summary::indexed);
        count("huxiao.posts.raised", "posts that raised or changed an alert since the job started", Summary::raised);
        count("huxiao.posts.joined", "posts that joined an alert since the job started", Summary::joined);
        Gauge.builder(
                        "huxiao.index.posts",
                        () -> latest.indexed().isPresent() ? latest.indexed().getAsLong() : Double.NaN)
                .description("posts that can be found")
                .register(registry);
    }

    private void count(String name, String description, ToLongFunction<Summary> figure) {
        FunctionCounter.builder(name, this, metrics -> metrics.ofPosts(figure))
                .description(description)
                .register(registry);
    }

    private void countDropped(String reason) {
        if (reasons.add(reason)) {
            FunctionCounter.builder(
                            "huxiao.posts.dropped",
                            this,
                            metrics -> metrics.ofPosts(posts -> posts.dropped().getOrDefault(reason, 0L)))
                    .description("posts dropped since the job started, by reason")
                    .tag("reason", reason)
                    .register(registry);
        }
    }

    private double ofPosts(ToLongFunction<Summary> figure) {
        return latest.posts().map(posts -> (double) figure.applyAsLong(posts)).orElse(Double.NaN);
    }

    private void register() {
        for (AlertStatus status : AlertStatus.values()) {
            gauge("huxiao.alerts", "alerts by status", "status", status.name(), counts -> counts.alerts()
                    .getOrDefault(status, 0L));
        }
        for (DeliveryState state : DeliveryState.values()) {
            gauge("huxiao.deliveries", "deliveries by state", "state", state.name(), counts -> counts.deliveries()
                    .getOrDefault(state, 0L));
        }
        Gauge.builder(
                        "huxiao.deliveries.oldest.waiting",
                        () -> ofRegister(counts -> counts.oldestWaiting().toMillis() / 1000.0))
                .description("age of the oldest pending delivery")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("huxiao.dead.letters", () -> ofRegister(counts -> (double) counts.deadLetters()))
                .description("inputs put aside because they could not be handled")
                .register(registry);
    }

    private void gauge(
            String name, String description, String tag, String value, Function<Readings.Counts, Long> figure) {
        Gauge.builder(name, () -> ofRegister(counts -> (double) figure.apply(counts)))
                .description(description)
                .tag(tag, value.toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private double ofRegister(Function<Readings.Counts, Double> figure) {
        return latest.register().map(figure).orElse(Double.NaN);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
