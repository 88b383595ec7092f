package huxiao.register;

/**
 * What a run of retention deleted.
 *
 * @param alerts alerts with all that belongs to them
 * @param posts posts of those alerts
 * @param deliveries deliveries of those alerts
 * @param changes rows of the change feed
 * @param deadLetters inputs that had been put aside
 * @param shadow rows of what a model that is not switched on said
 * @param hits rows of what saved searches found
 */
public record RetentionReport(
        int alerts, int posts, int deliveries, int changes, int deadLetters, int shadow, int hits) {}
