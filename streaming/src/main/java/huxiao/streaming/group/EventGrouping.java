package huxiao.streaming.group;

import huxiao.model.Category;
import huxiao.register.AlertMember;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides which alert a post belongs to: that of its closest copy, else that of the post of the same school that tells most alike, else
 * that of the nearest post of the same school and kind; posts written at once need not be much alike for it. What the school is not to be told of, since its staff is accused, and what it
 * is told of never become one alert. Times are compared as they are, whatever the order of arrival.
 */
public final class EventGrouping {
    /** Kinds that tell of one event in different words: a brawl is told as threat, as incident and as a call. */
    private static final Map<Category, Category> FAMILY = Map.of(
            Category.VIOLENCE_THREAT, Category.VIOLENCE_INCIDENT,
            Category.INCITEMENT, Category.VIOLENCE_INCIDENT,
            Category.RUMOR_PANIC, Category.RUMOR_PANIC);

    private final AlertMember candidate;
    private final GroupSettings settings;

    private EventGrouping(AlertMember candidate, GroupSettings settings) {
        this.candidate = candidate;
        this.settings = settings;
    }

    /** Which of {@code members} tells of the event of {@code candidate}; empty when it starts a new alert. */
    public static Optional<AlertMember> match(
            AlertMember candidate, List<AlertMember> members, GroupSettings settings) {
        return new EventGrouping(candidate, settings).match(members);
    }

    private Optional<AlertMember> match(List<AlertMember> members) {
        Comparator<AlertMember> nearest = Comparator.comparing(this::gap)
                .thenComparing(AlertMember::alertId)
                .thenComparing(AlertMember::postId);
        Comparator<AlertMember> mostAlike = Comparator.comparingDouble(
                (AlertMember member) -> -cosine(member).orElse(0));
        List<AlertMember> sameAudience = members.stream()
                .filter(member -> member.schoolTold() == candidate.schoolTold())
                .toList();
        // Word for word before almost: copies of a post that a person took out of an alert follow that post.
        Comparator<AlertMember> closest = Comparator.comparingInt(this::distance);
        return first(sameAudience, this::isCopy, closest.thenComparing(nearest)).or(() -> {
            List<AlertMember> notDifferent = alikeOnAverage(sameAudience, settings.different());
            return first(notDifferent, this::isRetold, mostAlike.thenComparing(nearest))
                    .or(() -> first(notDifferent, this::isSameKindAtSameTime, nearest))
                    .or(() -> first(
                            alikeOnAverage(sameAudience, settings.differentAtOnce()), this::isSameKindAtOnce, nearest));
        });
    }

    /**
     * The posts at the same school, but for those of alerts that on the average tell of something else: else an alert would grow from
     * one event into the next, each post a little like the one before.
     */
    private List<AlertMember> alikeOnAverage(List<AlertMember> members, double atLeast) {
        List<AlertMember> there = members.stream().filter(this::isAtSameSchool).toList();
        Map<String, Double> alike = there.stream()
                .filter(member -> cosine(member).isPresent())
                .collect(Collectors.groupingBy(AlertMember::alertId, Collectors.averagingDouble(member -> cosine(member)
                        .orElseThrow())));
        return there.stream()
                .filter(member -> alike.getOrDefault(member.alertId(), 1.0) >= atLeast)
                .toList();
    }

    private static Optional<AlertMember> first(
            List<AlertMember> members, Predicate<AlertMember> filter, Comparator<AlertMember> order) {
        return members.stream().filter(filter).min(order);
    }

    private boolean isCopy(AlertMember member) {
        boolean schoolsAgree = candidate.schools().isEmpty() || member.schools().isEmpty() || isAtSameSchool(member);
        return schoolsAgree
                && isWithin(settings.copyWindow(), member)
                && candidate.likeness().isCopyOf(member.likeness(), settings.copyDistance());
    }

    /** Tells the same in other words, whatever it was taken to be. */
    private boolean isRetold(AlertMember member) {
        return isWithin(settings.retoldWindow(), member) && cosine(member).orElse(-1) >= settings.retold();
    }

    /** Unless the two clearly tell of different things. */
    private boolean isSameKindAtSameTime(AlertMember member) {
        return isWithin(settings.eventWindow(), member)
                && family(candidate.category()) == family(member.category())
                && cosine(member).orElse(1) >= settings.different();
    }

    /**
     * Witnesses of one event write at once, each in words of their own: two events of one kind in the same minutes at one school are
     * rarer than one event that is told twice, and a second alarm for it costs an officer's time.
     */
    private boolean isSameKindAtOnce(AlertMember member) {
        return isWithin(settings.onceWindow(), member)
                && family(candidate.category()) == family(member.category())
                && cosine(member).orElse(1) >= settings.differentAtOnce();
    }

    private boolean isAtSameSchool(AlertMember member) {
        return !Collections.disjoint(candidate.schools(), member.schools());
    }

    private boolean isWithin(Duration window, AlertMember member) {
        return gap(member).compareTo(window) <= 0;
    }

    /** Not in milliseconds: pages claim times that a long of them cannot hold. */
    private Duration gap(AlertMember member) {
        return Duration.between(member.eventTime(), candidate.eventTime()).abs();
    }

    private int distance(AlertMember member) {
        return Fingerprint.distance(
                candidate.likeness().fingerprint(), member.likeness().fingerprint());
    }

    private OptionalDouble cosine(AlertMember member) {
        return candidate.likeness().cosine(member.likeness());
    }

    private static Category family(Category category) {
        return FAMILY.getOrDefault(category, category);
    }
}
