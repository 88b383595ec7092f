package huxiao.streaming.group;

import huxiao.model.Category;
import huxiao.register.AlertMember;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides which alert a post belongs to: that of its nearest copy, else that of the nearest post of the same school and kind.
 * What the school is not to be told of, since its staff is accused, and what it is told of never become one alert.
 * Times are compared as they are, whatever the order of arrival.
 */
public final class EventGrouping {
    /** Kinds that tell of one event in different words: a brawl is told as threat, as incident and as a call. */
    private static final Map<Category, Category> FAMILY = Map.of(
            Category.VIOLENCE_THREAT, Category.VIOLENCE_INCIDENT,
            Category.INCITEMENT, Category.VIOLENCE_INCIDENT,
            Category.RUMOR_PANIC, Category.RUMOR_PANIC);

    private EventGrouping() {}

    /** The alert that {@code candidate} joins, of those that {@code members} belong to; empty when it starts a new one. */
    public static Optional<String> match(AlertMember candidate, List<AlertMember> members, GroupSettings settings) {
        // Not in milliseconds: pages claim times that a long of them cannot hold.
        Function<AlertMember, Duration> gap = member ->
                Duration.between(member.eventTime(), candidate.eventTime()).abs();
        Comparator<AlertMember> nearest =
                Comparator.comparing(gap).thenComparing(AlertMember::alertId).thenComparing(AlertMember::postId);
        List<AlertMember> sameAudience = members.stream()
                .filter(member -> member.schoolTold() == candidate.schoolTold())
                .toList();
        Optional<AlertMember> copy = sameAudience.stream()
                .filter(member -> gap.apply(member).compareTo(settings.copyWindow()) <= 0)
                .filter(member -> isCopy(candidate, member, settings))
                .min(nearest);
        return copy.or(() -> sameAudience.stream()
                        .filter(member -> gap.apply(member).compareTo(settings.eventWindow()) <= 0)
                        .filter(member -> isSameKindAtSameSchool(candidate, member))
                        .min(nearest))
                .map(AlertMember::alertId);
    }

    private static boolean isCopy(AlertMember a, AlertMember b, GroupSettings settings) {
        boolean schoolsAgree =
                a.schools().isEmpty() || b.schools().isEmpty() || !Collections.disjoint(a.schools(), b.schools());
        return schoolsAgree
                && a.fingerprint() != 0
                && b.fingerprint() != 0
                && Fingerprint.distance(a.fingerprint(), b.fingerprint()) <= settings.copyDistance();
    }

    private static boolean isSameKindAtSameSchool(AlertMember a, AlertMember b) {
        return family(a.category()) == family(b.category()) && !Collections.disjoint(a.schools(), b.schools());
    }

    private static Category family(Category category) {
        return FAMILY.getOrDefault(category, category);
    }
}
