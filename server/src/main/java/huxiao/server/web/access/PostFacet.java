package huxiao.server.web.access;

import huxiao.index.Facets;
import huxiao.index.query.HourOfWeek;
import huxiao.index.query.PostStatus;
import huxiao.index.query.Query;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** By what the posts of a query are counted; each value comes with the query that finds just its posts. None is a person. */
public enum PostFacet {
    /** By level, the most urgent first. */
    LEVEL {
        @Override
        public Map<String, Long> counts(Facets facets) {
            Map<Level, Long> urgentFirst = new TreeMap<>(Collections.reverseOrder());
            urgentFirst.putAll(facets.levels());
            return named(urgentFirst, Level::name);
        }

        @Override
        public Query clause(String value) {
            Level level = Level.valueOf(value);
            return new Query.Levels(level, level);
        }
    },
    /** By category. */
    CATEGORY {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return named(facets.categories(), Category::wireName);
        }

        @Override
        public Query clause(String value) {
            return new Query.InCategory(Category.of(value));
        }
    },
    /** By stance of the author. */
    STANCE {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return named(facets.stances(), Stance::wireName);
        }

        @Override
        public Query clause(String value) {
            return new Query.WithStance(Stance.of(value));
        }
    },
    /** By code of linked school. */
    SCHOOL {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return facets.schools();
        }

        @Override
        public Query clause(String value) {
            return new Query.AtSchool(value);
        }
    },
    /** By name of district. */
    DISTRICT {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return facets.districts();
        }

        @Override
        public Query clause(String value) {
            return new Query.InDistrict(value);
        }
    },
    /** By id of source. */
    SOURCE {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return facets.sources();
        }

        @Override
        public Query clause(String value) {
            return new Query.FromSource(value);
        }
    },
    /** By where the alert stands. */
    STATUS {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return named(facets.statuses(), PostStatus::wireName);
        }

        @Override
        public Query clause(String value) {
            return new Query.WithStatus(PostStatus.of(value));
        }
    },
    /** By {@link HourOfWeek}. */
    HOUR_OF_WEEK {
        @Override
        public Map<String, Long> counts(Facets facets) {
            return named(facets.hoursOfWeek(), String::valueOf);
        }

        @Override
        public Query clause(String value) {
            int hourOfWeek = Integer.parseInt(value);
            DayOfWeek day = DayOfWeek.of(1 + hourOfWeek / HourOfWeek.PER_DAY);
            int hour = hourOfWeek % HourOfWeek.PER_DAY;
            return new Query.And(List.of(new Query.DaysOfWeek(day, day), new Query.HoursOfDay(hour, hour)));
        }
    };

    /** The lower-case name used in the API, such as {@code hour_of_week}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many posts have each value, by its name in the API; in the order in which they are shown. */
    public abstract Map<String, Long> counts(Facets facets);

    /** The query of the posts of one value. */
    public abstract Query clause(String value);

    private static <T> Map<String, Long> named(Map<T, Long> counts, Function<T, String> name) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((value, count) -> named.put(name.apply(value), count));
        return named;
    }
}
