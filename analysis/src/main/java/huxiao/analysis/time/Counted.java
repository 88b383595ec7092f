package huxiao.analysis.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;

/** A number of minutes, hours, days and so on from the post's own time: 三天后, 过半小时, 十分钟前. Pure. */
final class Counted {
    /** A moment that is counted in minutes or hours is meant give or take a quarter, at least five minutes. */
    private static final int SHARE = 4;

    private static final Duration LEAST = Duration.ofMinutes(5);
    /** What 几 stands for. */
    private static final int A_FEW_FROM = 2;

    private static final int A_FEW_TO = 9;
    private static final int LONGEST_DAYS = 36_500;

    private Counted() {}

    /** The words of {@link TimeLexer}; empty where they count no way from now, as in 打了三天. */
    static Optional<Lexeme> of(Matcher word, ZonedDateTime now) {
        boolean ahead = word.group("later") != null || word.group("over") != null;
        boolean within = word.group("within") != null;
        boolean ago = word.group("ago") != null;
        if (!ahead && !within && !ago) {
            return Optional.empty();
        }
        int sign = ago ? -1 : 1;
        double[] counts = counts(word);
        if (counts[0] < 0) {
            return Optional.empty();
        }
        String unit = word.group("unit");
        int start = word.start();
        int end = word.end();
        double minutes = minutes(unit);
        if (minutes > 0) {
            Duration from = Duration.ofSeconds(Math.round(counts[0] * minutes * 60));
            Duration to = Duration.ofSeconds(Math.round(counts[1] * minutes * 60));
            return Optional.of(stretch(start, end, now, sign, within, from, to));
        }
        double unitDays = days(unit);
        long least = Math.round(Math.floor(counts[0] * unitDays));
        long most = Math.round(Math.ceil(counts[1] * unitDays));
        if (most > LONGEST_DAYS) {
            return Optional.empty();
        }
        LocalDate today = now.toLocalDate();
        if (within) {
            return Optional.of(new Lexeme.Days(start, end, today, today.plusDays(most + 1)));
        }
        // A week or a month from now is meant give or take some days.
        long slack = unitDays >= 30 ? 5 : unitDays >= 7 ? 1 : 0;
        LocalDate near = today.plusDays(sign * least);
        LocalDate far = today.plusDays(sign * most);
        LocalDate first = near.isBefore(far) ? near : far;
        LocalDate last = near.isBefore(far) ? far : near;
        return Optional.of(new Lexeme.Days(start, end, first.minusDays(slack), last.plusDays(slack + 1)));
    }

    private static Lexeme stretch(
            int start, int end, ZonedDateTime now, int sign, boolean within, Duration least, Duration most) {
        if (within) {
            Duration width = most.compareTo(LEAST) < 0 ? LEAST : most;
            return new Lexeme.Stretch(
                    start, end, now.toInstant(), now.plus(width).toInstant());
        }
        Duration share = most.dividedBy(SHARE);
        Duration slack = share.compareTo(LEAST) < 0 ? LEAST : share;
        ZonedDateTime near = now.plus(least.multipliedBy(sign));
        ZonedDateTime far = now.plus(most.multipliedBy(sign));
        ZonedDateTime first = near.isBefore(far) ? near : far;
        ZonedDateTime last = near.isBefore(far) ? far : near;
        return new Lexeme.Stretch(
                start, end, first.minus(slack).toInstant(), last.plus(slack).toInstant());
    }

    private static double[] counts(Matcher word) {
        double extra = word.group("half") != null || word.group("half2") != null ? 0.5 : 0;
        return switch (word.group("count")) {
            case "半" -> new double[] {0.5, 0.5};
            case "几" -> new double[] {A_FEW_FROM, A_FEW_TO};
            case "十几" -> new double[] {11, 19};
            case "几十" -> new double[] {20, 90};
            default -> {
                int number = ChineseNumber.parse(word.group("count"));
                yield new double[] {number + (number < 0 ? 0 : extra), number + extra};
            }
        };
    }

    private static double minutes(String unit) {
        return switch (unit) {
            case "秒", "秒钟" -> 1.0 / 60;
            case "分钟" -> 1;
            case "刻钟" -> 15;
            case "小时", "钟头" -> 60;
            default -> 0;
        };
    }

    private static double days(String unit) {
        return switch (unit) {
            case "天" -> 1;
            case "月" -> 30;
            case "年" -> 365;
            default -> 7;
        };
    }
}
