package huxiao.analysis.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** A single word of time, before neighbours are put together: 下周一, 早上, 八点半. */
sealed interface Lexeme {
    /** First unit of its characters. */
    int start();

    /** One past the last. */
    int end();

    /** Days: 明天, 下周一, 12月3号, 国庆. */
    record Days(int start, int end, LocalDate first, LocalDate after) implements Lexeme {}

    /** A part of any day: 早上; one of a single character counts only behind a day. */
    record PartOfDay(int start, int end, int fromHour, int toHour) implements Lexeme {
        boolean isSingle() {
            return end - start == 1;
        }
    }

    /** Hours of the school's day: 放学, 第三节课. */
    record Slot(int start, int end, SchoolDay.Hours hours) implements Lexeme {
        LocalTime from() {
            return hours.from();
        }
    }

    /** A lesson counted within the day or, behind 下午, within the afternoon; 0 is the last. */
    record Lesson(int start, int end, int number) implements Lexeme {}

    /** A time of the clock; {@code vague} where it could be no time at all: 一点. */
    record Clock(int start, int end, int hour, int minute, boolean vague) implements Lexeme {}

    /** A stretch reckoned from the post's own time: 半小时后, 现在. */
    record Stretch(int start, int end, Instant from, Instant to) implements Lexeme {}
}
