package huxiao.analysis.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words of time in a text and says which window each means, reckoned from the time of the post. Windows that have passed are
 * kept: a passed moment is to be checked. Linear in the text, never throws on one. Immutable, thread safe.
 */
public final class TimeExpressions {
    /** The zone that the posts speak of. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Outside these years the time of a post is nonsense and nothing is reckoned from it. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Pattern JOINT = Pattern.compile("的| (?=\\S)");
    private static final Pattern UNTIL = Pattern.compile("到|至|[-~—]");
    private static final Pattern TAIL = Pattern.compile("(?:的)?(?:(?<before>之前|以前|" + TimeLexer.BEFORE
            + ")|(?<after>之后|以后|" + TimeLexer.AFTER + ")|时候|时(?![间常不刻尚代])|期间|左右|那天|当天|那晚|第一天)");

    private final SchoolDay day;

    /** Reads times by a school's timetable. */
    public TimeExpressions(SchoolDay day) {
        this.day = day;
    }

    /**
     * The words of time in a text in normal form, in order of position, none overlapping.
     *
     * @param said when the text was published
     */
    public List<TimeExpression> find(String text, Instant said) {
        if (said.isBefore(EARLIEST) || said.isAfter(LATEST)) {
            return List.of();
        }
        ZonedDateTime now = said.atZone(ZONE);
        List<Lexeme> lexemes = new TimeLexer(text, day, now).lexemes();
        List<TimeExpression> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            Phrase phrase = phrase(text, lexemes, at);
            Optional<Reckoned> reckoned = phrase.reckon(day, now, Optional.empty());
            int next = Math.max(at + 1, phrase.next);
            if (reckoned.isPresent()) {
                Reckoned whole = reckoned.get();
                Matcher until = UNTIL.matcher(text).region(whole.end, text.length());
                if (next < lexemes.size()
                        && until.lookingAt()
                        && lexemes.get(next).start() == until.end()) {
                    Phrase second = phrase(text, lexemes, next);
                    Optional<Instant> last = second.reckon(day, now, Optional.of(phrase))
                            .map(end -> upTo(whole, end, second.hours.isPresent()))
                            .filter(end -> end.isAfter(whole.from));
                    if (last.isPresent()) {
                        next = second.next;
                        found.add(new TimeExpression(whole.start, second.end, whole.from, last.get(), whole.floating));
                        at = next;
                        continue;
                    }
                }
                found.add(new TimeExpression(whole.start, whole.end, whole.from, whole.to, whole.floating));
            }
            at = next;
        }
        return found;
    }

    /** The end of a range; 周一 to 周五, said on a Wednesday, ends in the next week, and 22点 to 6点 on the next day. */
    private static Instant upTo(Reckoned first, Reckoned last, boolean hours) {
        return last.until.isAfter(first.from) ? last.until : last.until.plus(hours ? DAY : WEEK);
    }

    /** Puts together what stands together: days, then a part of the day, then lesson or clock, then 前 or 后. */
    private static Phrase phrase(String text, List<Lexeme> lexemes, int at) {
        Phrase phrase = new Phrase(lexemes.get(at).start());
        int next = at;
        while (next < lexemes.size()) {
            Lexeme lexeme = lexemes.get(next);
            if ((next > at && !adjoins(text, phrase.end, lexeme.start())) || !phrase.take(lexeme)) {
                break;
            }
            next++;
        }
        phrase.next = next;
        Matcher tail = TAIL.matcher(text).region(phrase.end, text.length());
        if (phrase.end > phrase.start && tail.lookingAt()) {
            phrase.before = tail.group("before") != null;
            phrase.after = tail.group("after") != null;
            phrase.end = tail.end();
        }
        return phrase;
    }

    private static boolean adjoins(String text, int end, int start) {
        Matcher joint = JOINT.matcher(text).region(end, text.length());
        return start == end || (joint.lookingAt() && joint.end() == start);
    }

    /** A window with the moment a range up to it ends at. */
    private record Reckoned(int start, int end, Instant from, Instant to, Instant until, boolean floating) {}

    /** Words of time that belong together, while they are gathered. */
    private static final class Phrase {
        /** How wide a time of the clock is meant, and what 前 and 后 behind it cover, minutes. */
        private static final int POINT = 30;

        private static final int BEFORE = 60;
        private static final int AFTER = 120;
        private static final int DAYS_AROUND = 7;

        private final int start;
        private int end;
        private int next;
        private boolean before;
        private boolean after;
        private Optional<Lexeme.Days> days = Optional.empty();
        private Optional<Lexeme.PartOfDay> part = Optional.empty();
        private Optional<Lexeme> hours = Optional.empty();
        private Optional<Lexeme.Stretch> stretch = Optional.empty();

        Phrase(int start) {
            this.start = start;
            this.end = start;
        }

        /** Takes the next word in where it may follow what is there. */
        boolean take(Lexeme lexeme) {
            boolean open = hours.isEmpty() && stretch.isEmpty();
            if (lexeme instanceof Lexeme.Days found && days.isEmpty() && part.isEmpty() && open) {
                days = Optional.of(found);
            } else if (lexeme instanceof Lexeme.PartOfDay found
                    && part.isEmpty()
                    && open
                    && (!found.isSingle() || (days.isPresent() && end == found.start()))) {
                part = Optional.of(found);
            } else if (lexeme instanceof Lexeme.Stretch found && days.isEmpty() && part.isEmpty() && open) {
                stretch = Optional.of(found);
            } else if (open && isHours(lexeme)) {
                hours = Optional.of(lexeme);
            } else {
                return false;
            }
            end = lexeme.end();
            return true;
        }

        private boolean isHours(Lexeme lexeme) {
            if (lexeme instanceof Lexeme.Clock clock) {
                return !clock.vague() || days.isPresent() || part.isPresent();
            }
            return lexeme instanceof Lexeme.Slot || lexeme instanceof Lexeme.Lesson;
        }

        /** The window; a phrase that ends a range takes day and part of the day from the one that begins it. */
        Optional<Reckoned> reckon(SchoolDay day, ZonedDateTime now, Optional<Phrase> begins) {
            if (stretch.isPresent()) {
                return Optional.of(reckoned(
                        stretch.get().from().atZone(ZONE), stretch.get().to().atZone(ZONE), false));
            }
            Optional<Lexeme.Days> dated = days.or(() -> begins.flatMap(phrase -> phrase.days));
            Optional<Lexeme.PartOfDay> within = part.or(() -> begins.flatMap(phrase -> phrase.part));
            LocalDate first = dated.map(Lexeme.Days::first).orElse(now.toLocalDate());
            boolean floating = dated.isEmpty();
            if (hours.isPresent()) {
                return hours(day, now, first, within, floating);
            }
            if (part.isPresent()) {
                ZonedDateTime from = at(first, part.get().fromHour(), 0);
                ZonedDateTime to = at(first, part.get().toHour(), 0);
                return Optional.of(shifted(from, to, floating));
            }
            return days.map(found -> dates(found, now));
        }

        private Reckoned dates(Lexeme.Days found, ZonedDateTime now) {
            ZonedDateTime from = found.first().atStartOfDay(ZONE);
            ZonedDateTime to = found.after().atStartOfDay(ZONE);
            if (before) {
                ZonedDateTime since = now.isBefore(from) ? now : from.minusDays(DAYS_AROUND);
                return reckoned(since, from, false);
            }
            return after ? reckoned(to, to.plusDays(DAYS_AROUND), false) : reckoned(from, to, false);
        }

        private Optional<Reckoned> hours(
                SchoolDay day,
                ZonedDateTime now,
                LocalDate first,
                Optional<Lexeme.PartOfDay> within,
                boolean floating) {
            Lexeme found = hours.orElseThrow();
            if (found instanceof Lexeme.Clock clock) {
                ZonedDateTime point = point(clock, first, within, floating && within.isEmpty(), now);
                if (before) {
                    return Optional.of(reckoned(point.minusMinutes(BEFORE), point, floating));
                }
                return Optional.of(new Reckoned(
                        start,
                        end,
                        point.toInstant(),
                        point.plusMinutes(after ? AFTER : POINT).toInstant(),
                        point.toInstant(),
                        floating));
            }
            boolean afternoon = within.filter(part -> part.fromHour() >= 12).isPresent();
            Optional<SchoolDay.Hours> slot = found instanceof Lexeme.Lesson lesson
                    ? day.lesson(lesson.number(), afternoon)
                    : Optional.of(((Lexeme.Slot) found).hours());
            return slot.map(hours -> {
                ZonedDateTime from = first.atTime(hours.from()).atZone(ZONE);
                ZonedDateTime to = first.atTime(hours.to()).atZone(ZONE);
                // After school is when pupils leave: the very hours of 放学.
                boolean leaving = after && day.named("放学").filter(hours::equals).isPresent();
                return leaving ? reckoned(from, to, floating) : shifted(from, to, floating);
            });
        }

        /** Moves the window before or behind itself where 前 or 后 says so. */
        private Reckoned shifted(ZonedDateTime from, ZonedDateTime to, boolean floating) {
            if (before) {
                return reckoned(from.minusMinutes(BEFORE), from, floating);
            }
            return after ? reckoned(to, to.plusMinutes(AFTER), floating) : reckoned(from, to, floating);
        }

        private Reckoned reckoned(ZonedDateTime from, ZonedDateTime to, boolean floating) {
            return new Reckoned(start, end, from.toInstant(), to.toInstant(), to.toInstant(), floating);
        }

        /** Which half of the day a time of the clock lies in: by the part of the day, else the school's hours, else what comes next. */
        private static ZonedDateTime point(
                Lexeme.Clock clock,
                LocalDate first,
                Optional<Lexeme.PartOfDay> within,
                boolean anyHalf,
                ZonedDateTime now) {
            int hour = clock.hour();
            if (within.isPresent()) {
                int from = within.get().fromHour();
                boolean evening = from >= 17;
                if (evening && (hour == 12 || hour < 5)) {
                    return at(first, 24 + hour % 12, clock.minute());
                }
                boolean morning = within.get().toHour() <= 12;
                boolean noon = from == 11 && hour >= 11;
                boolean later = !morning && !noon && hour < 12;
                return at(first, later ? hour + 12 : morning && hour == 12 && from == 0 ? 0 : hour, clock.minute());
            }
            if (hour == 0 || hour > 12) {
                return at(first, hour, clock.minute());
            }
            ZonedDateTime usual = at(first, hour < 6 ? hour + 12 : hour, clock.minute());
            ZonedDateTime other = at(first, hour + 12, clock.minute());
            return anyHalf && usual.plusMinutes(POINT).isBefore(now) && hour < 12 ? other : usual;
        }

        private static ZonedDateTime at(LocalDate first, int hour, int minute) {
            return first.plusDays(hour / 24)
                    .atTime(LocalTime.of(hour % 24, minute))
                    .atZone(ZONE);
        }
    }
}
