package huxiao.server.web.console;

import huxiao.register.AlertEvent;

/**
 * One step in an alert's life, as its page shows it.
 *
 * @param event the step
 * @param other the alert that the step names, to be linked; empty for none
 * @param reason what the person gave as a reason; empty for none
 */
record HistoryStep(AlertEvent event, String other, String reason) {
    /** The step of an event. */
    static HistoryStep of(AlertEvent event) {
        return switch (event.action()) {
            case RAISED, ABSORBED -> new HistoryStep(event, event.note(), "");
            case PARTED -> parted(event);
            default -> new HistoryStep(event, "", event.note());
        };
    }

    private static HistoryStep parted(AlertEvent event) {
        String[] parts = event.note().split(": ", 2);
        return new HistoryStep(event, parts[0], parts.length == 2 ? parts[1] : "");
    }
}
