package huxiao.analysis.time;

import huxiao.model.config.ConfigNode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timetable that words such as 放学 and 第三节课 are read by.
 *
 * @param hours of each slot; those not given are the standard's
 * @param lessons when each begins, ascending; those from 12:00 on count as the afternoon's
 */
public record SchoolDay(Map<Slot, Hours> hours, List<LocalTime> lessons) {
    /** A part of the school's day, with the words that name it and the hours it has where the settings say nothing. */
    public enum Slot {
        /** The way to school and the gate in the morning. */
        ARRIVAL("arrival", "06:30-08:30"),
        /** Reading before the first lesson. */
        EARLY_STUDY("earlyStudy", "07:00-08:00"),
        /** Raising of the flag. */
        FLAG("flag", "07:30-08:30"),
        /** The long break with exercises. */
        BREAK("break", "09:30-10:30"),
        /** Lunch. */
        LUNCH("lunch", "11:30-13:00"),
        /** The noon rest. */
        NOON_REST("noonRest", "12:00-14:00"),
        /** The way out of school and the gate in the afternoon. */
        DISMISSAL("dismissal", "15:30-18:30"),
        /** Supper. */
        SUPPER("supper", "17:00-18:30"),
        /** Lessons in the evening. */
        EVENING_STUDY("eveningStudy", "18:30-22:00"),
        /** Lights out in the dormitory. */
        LIGHTS_OUT("lightsOut", "22:00-23:00");

        private final String key;
        private final String standard;

        Slot(String key, String standard) {
            this.key = key;
            this.standard = standard;
        }
    }

    /**
     * Hours within one day.
     *
     * @param from first minute
     * @param to one past the last minute, after {@code from}
     */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("hours end after they begin, found " + from + "-" + to);
            }
        }
    }

    private static final Map<String, Slot> WORDS = Map.ofEntries(
            Map.entry("上学", Slot.ARRIVAL),
            Map.entry("早高峰", Slot.ARRIVAL),
            Map.entry("早自习", Slot.EARLY_STUDY),
            Map.entry("早自修", Slot.EARLY_STUDY),
            Map.entry("早读", Slot.EARLY_STUDY),
            Map.entry("早读课", Slot.EARLY_STUDY),
            Map.entry("升旗", Slot.FLAG),
            Map.entry("升旗仪式", Slot.FLAG),
            Map.entry("早操", Slot.FLAG),
            Map.entry("课间操", Slot.BREAK),
            Map.entry("大课间", Slot.BREAK),
            Map.entry("午饭", Slot.LUNCH),
            Map.entry("午餐", Slot.LUNCH),
            Map.entry("午休", Slot.NOON_REST),
            Map.entry("午睡", Slot.NOON_REST),
            Map.entry("放学", Slot.DISMISSAL),
            Map.entry("晚饭", Slot.SUPPER),
            Map.entry("晚自习", Slot.EVENING_STUDY),
            Map.entry("晚自修", Slot.EVENING_STUDY),
            Map.entry("晚修", Slot.EVENING_STUDY),
            Map.entry("熄灯", Slot.LIGHTS_OUT));

    private static final List<String> LESSONS =
            List.of("08:00", "08:55", "10:00", "10:55", "14:00", "14:55", "15:50", "16:40");
    private static final int LESSON_MINUTES = 45;
    private static final SchoolDay STANDARD =
            new SchoolDay(Map.of(), LESSONS.stream().map(LocalTime::parse).toList());

    public SchoolDay {
        EnumMap<Slot, Hours> all = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            all.put(slot, hours.containsKey(slot) ? hours.get(slot) : hours(slot.standard));
        }
        hours = Map.copyOf(all);
        lessons = List.copyOf(lessons);
    }

    /** What holds where the settings say nothing. */
    public static SchoolDay standard() {
        return STANDARD;
    }

    /**
     * Reads the section: for each slot {@code 06:30-08:30}, and {@code lessons} as a list of {@code 08:00}.
     *
     * @throws huxiao.model.config.ConfigException naming file, line and key of the first fault
     */
    public static SchoolDay from(ConfigNode node) {
        Map<Slot, Hours> own = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            String text = node.string(slot.key, slot.standard);
            try {
                own.put(slot, hours(text));
            } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw node.fault(slot.key, text, "hours of one day such as " + slot.standard);
            }
        }
        List<LocalTime> lessons = new ArrayList<>();
        for (String text : node.has("lessons") ? node.strings("lessons") : LESSONS) {
            try {
                lessons.add(LocalTime.parse(text));
            } catch (DateTimeParseException e) {
                throw node.fault("lessons", text, "times such as 08:00");
            }
        }
        node.rejectUnknownKeys();
        return new SchoolDay(own, lessons);
    }

    private static Hours hours(String text) {
        int dash = text.indexOf('-');
        return new Hours(
                LocalTime.parse(text.substring(0, dash).strip()),
                LocalTime.parse(text.substring(dash + 1).strip()));
    }

    /** The hours that a word of the school's day names. */
    Optional<Hours> named(String word) {
        return Optional.ofNullable(WORDS.get(word)).map(hours::get);
    }

    /** Hours of a lesson counted from 1, of the whole day or of the afternoon; 0 is the last one. */
    Optional<Hours> lesson(int number, boolean afternoon) {
        List<LocalTime> counted = afternoon
                ? lessons.stream().filter(time -> time.getHour() >= 12).toList()
                : lessons;
        int index = number == 0 ? counted.size() - 1 : number - 1;
        if (index < 0 || index >= counted.size()) {
            return Optional.empty();
        }
        LocalTime from = counted.get(index);
        LocalTime to = from.plusMinutes(LESSON_MINUTES);
        return to.isAfter(from) ? Optional.of(new Hours(from, to)) : Optional.empty();
    }
}
