package huxiao.index.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree in the language; parsing what it wrote gives the same tree. */
public final class QueryPrinter {
    private QueryPrinter() {}

    /** The query of a tree. */
    public static String print(Query query) {
        return query.accept(new Printing());
    }

    private static final class Printing implements Query.Visitor<String> {
        @Override
        public String everything() {
            return Syntax.EVERYTHING;
        }

        @Override
        public String text(Query.Text query) {
            return query.quoted() ? quoted(query.text()) : query.text();
        }

        @Override
        public String near(Query.Near query) {
            return text(query.first()) + " " + Syntax.near(query.distance()) + " " + text(query.second());
        }

        @Override
        public String wildcard(Query.Wildcard query) {
            return query.pattern();
        }

        @Override
        public String and(Query.And query) {
            return joined(query.parts(), " AND ");
        }

        @Override
        public String or(Query.Or query) {
            return joined(query.parts(), " OR ");
        }

        @Override
        public String not(Query.Not query) {
            return "NOT " + operand(query.part());
        }

        @Override
        public String levels(Query.Levels query) {
            return field(FieldName.LEVEL, range(Values.LEVELS.print(query.min()), Values.LEVELS.print(query.max())));
        }

        @Override
        public String category(Query.InCategory query) {
            return field(FieldName.CATEGORY, Values.CATEGORIES.print(query.category()));
        }

        @Override
        public String stance(Query.WithStance query) {
            return field(FieldName.STANCE, Values.STANCES.print(query.stance()));
        }

        @Override
        public String status(Query.WithStatus query) {
            return field(FieldName.STATUS, Values.STATUSES.print(query.status()));
        }

        @Override
        public String school(Query.AtSchool query) {
            return field(FieldName.SCHOOL, value(query.name()));
        }

        @Override
        public String district(Query.InDistrict query) {
            return field(FieldName.DISTRICT, value(query.name()));
        }

        @Override
        public String source(Query.FromSource query) {
            return field(FieldName.SOURCE, value(query.id()));
        }

        @Override
        public String time(Query.AtTime query) {
            return FieldName.TIME.chinese() + query.comparison().sign() + WhenParser.print(query.when());
        }

        @Override
        public String times(Query.BetweenTimes query) {
            return field(FieldName.TIME, WhenParser.print(query.from()) + Syntax.RANGE + WhenParser.print(query.to()));
        }

        @Override
        public String hours(Query.HoursOfDay query) {
            return field(FieldName.HOUR, range(String.valueOf(query.first()), String.valueOf(query.last())));
        }

        @Override
        public String days(Query.DaysOfWeek query) {
            return field(FieldName.WEEKDAY, range(Values.DAYS.print(query.first()), Values.DAYS.print(query.last())));
        }

        private String joined(List<Query> parts, String operator) {
            return parts.stream().map(this::operand).collect(Collectors.joining(operator));
        }

        private String operand(Query part) {
            String printed = part.accept(this);
            return part instanceof Query.And || part instanceof Query.Or ? "(" + printed + ")" : printed;
        }

        private static String range(String first, String last) {
            return first.equals(last) ? first : first + Syntax.RANGE + last;
        }

        private static String field(FieldName field, String value) {
            return field.chinese() + Comparison.IS.sign() + value;
        }

        private static String value(String text) {
            return Syntax.isBareValue(text) ? text : quoted(text);
        }

        private static String quoted(String text) {
            StringBuilder out = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' || Syntax.isQuote(c)) {
                    out.append('\\');
                }
                out.append(c);
            }
            return out.append('"').toString();
        }
    }
}
