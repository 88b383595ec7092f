package huxiao.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** {@link Scope} as conditions of a query: the same answers as its {@code covers} methods give. */
final class ScopeSql {
    private ScopeSql() {}

    /** Conditions on {@code alert a}, one for each scope that limits anything; values go to {@code bindings}. */
    static List<String> alerts(List<Scope> scopes, Map<String, Object> bindings) {
        List<String> conditions = new ArrayList<>();
        for (Scope scope : scopes) {
            if (scope.isEverything()) {
                continue;
            }
            String covered = covered(scope, "scope" + conditions.size(), bindings);
            String linked =
                    "exists (select 1 from school s where s.active and s.code = any(a.schools) and " + covered + ")";
            String hinted = "select 1 from school s where s.active and (s.code = any(a.candidates) "
                    + "or (a.place <> '' and s.district = a.place))";
            conditions.add(
                    scope.isOneSchool()
                            ? "('school' = any(a.routes) and " + linked + ")"
                            : "case when cardinality(a.schools) > 0 then " + linked + " else exists (" + hinted
                                    + " and " + covered + ") or not exists (" + hinted + ") end");
        }
        return conditions;
    }

    /** Conditions on {@code school s}. */
    static List<String> schools(List<Scope> scopes, Map<String, Object> bindings) {
        List<String> conditions = new ArrayList<>();
        for (Scope scope : scopes) {
            if (!scope.isEverything()) {
                conditions.add(covered(scope, "scope" + conditions.size(), bindings));
            }
        }
        return conditions;
    }

    private static String covered(Scope scope, String name, Map<String, Object> bindings) {
        StringJoiner all = new StringJoiner(" and ", "(", ")");
        add(all, "s.district", scope.district(), name + "District", bindings);
        add(all, "s.police_unit", scope.policeUnit(), name + "PoliceUnit", bindings);
        add(all, "s.education_bureau", scope.educationBureau(), name + "EducationBureau", bindings);
        add(all, "s.code", scope.school(), name + "School", bindings);
        return all.toString();
    }

    private static void add(StringJoiner all, String column, String value, String name, Map<String, Object> bindings) {
        if (!value.isEmpty()) {
            all.add(column + " = :" + name);
            bindings.put(name, value);
        }
    }
}
