package huxiao.streaming.merge;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Hazard;
import huxiao.model.HazardStatus;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.SecurityFigures;
import huxiao.register.RegisterChange;
import huxiao.register.SearchChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What merging keeps of one alert, hazard or set of figures. Of two with the same kind and id the higher revision wins.
 *
 * @param school the school it counts for
 * @param kind {@code alert}, {@code hazard} or {@code figures}
 * @param id id of the alert or hazard, the school's code for figures
 * @param revision its revision
 * @param open whether it still counts
 * @param verified whether a person found it true; always so for hazards and figures
 * @param level level of an alert, else NONE
 * @param severity wire name of a hazard's severity, else empty
 * @param label what to show, at most 40 characters; empty for an alert, whose words are looked up for whoever may see it
 * @param day epoch day on which an alert was last spoken of, a hazard is due or the school was last inspected
 * @param guards number of guards, else 0
 */
public record RiskItem(
        String school,
        String kind,
        String id,
        int revision,
        boolean open,
        boolean verified,
        Level level,
        String severity,
        String label,
        long day,
        int guards) {
    private static final int LABEL = 40;

    public RiskItem {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(label, "label");
    }

    /**
     * The items of an alert, one for each school it is linked to. Without words: items are kept in checkpoints, which hold no text
     * of posts; whoever shows the risk asks {@link #words}.
     */
    public static Stream<RiskItem> of(Alert alert) {
        return alert.schools().stream().map(school -> of(alert, school, alert.isOpen()));
    }

    private static RiskItem of(Alert alert, String school, boolean open) {
        return new RiskItem(
                school,
                "alert",
                alert.id(),
                alert.revision(),
                open,
                alert.status() == AlertStatus.VERIFIED,
                alert.level(),
                "",
                "",
                LocalDate.ofInstant(alert.lastSeen(), RiskMerge.ZONE).toEpochDay(),
                0);
    }

    /** The items of an alert, and one that counts no more where the change is for a school that the alert is not linked to now. */
    private static List<RiskItem> of(Alert alert, RegisterChange change) {
        boolean left = !change.school().isEmpty() && !alert.schools().contains(change.school());
        return left ? List.of(of(alert, change.school(), false)) : of(alert).toList();
    }

    /** What to show for an alert: the first words of its leading post, at most 40 characters; the author's, to be escaped. */
    public static String words(Alert alert) {
        return shorten(
                alert.post().title().isEmpty()
                        ? alert.post().text()
                        : alert.post().title());
    }

    /** The item of a hazard. */
    public static RiskItem of(Hazard hazard) {
        return new RiskItem(
                hazard.school(),
                "hazard",
                hazard.id(),
                hazard.revision(),
                hazard.status() != HazardStatus.CLOSED,
                true,
                Level.NONE,
                hazard.severity().wireName(),
                shorten(hazard.title()),
                hazard.due().toEpochDay(),
                0);
    }

    /** The item of a school's figures. */
    public static RiskItem of(SecurityFigures figures) {
        return new RiskItem(
                figures.school(),
                "figures",
                figures.school(),
                figures.revision(),
                true,
                true,
                Level.NONE,
                "",
                "",
                figures.lastInspection().toEpochDay(),
                figures.guards());
    }

    /**
     * The items of a change in the register; a saved search is no matter of risk and gives none.
     *
     * @throws IllegalArgumentException when its kind is unknown or its payload is no such record
     */
    public static List<RiskItem> of(RegisterChange change) {
        return switch (change.kind()) {
            case "alert" -> of(Json.read(change.payload(), Alert.class), change);
            case "hazard" -> List.of(of(Json.read(change.payload(), Hazard.class)));
            case "standing" -> List.of();
            case "figures" -> List.of(of(Json.read(change.payload(), SecurityFigures.class)));
            case SearchChange.KIND -> List.of();
            default ->
                throw new IllegalArgumentException("unknown kind of change '" + change.kind()
                        + "'; allowed: alert, standing, hazard, figures, search");
        };
    }

    /** Key under which the highest revision is kept. */
    public String key() {
        return kind + ":" + id;
    }

    private static String shorten(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= LABEL) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LABEL - 1)) ? LABEL - 1 : LABEL;
        return line.substring(0, end) + "…";
    }
}
