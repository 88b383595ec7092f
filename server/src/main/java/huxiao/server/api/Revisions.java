package huxiao.server.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Revisions as entity tags (RFC 9110 §8.8.3): a change names the one that was read, in If-Match or in its body. */
final class Revisions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Revisions() {}

    static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /**
     * The revision that was read.
     *
     * @param ifMatch the header, empty when there is none
     * @param inBody the revision in the body, 0 when there is none
     * @throws FaultyRequestException when neither names one, or they differ
     */
    static int expected(String ifMatch, int inBody) {
        if (ifMatch.isEmpty()) {
            if (inBody == 0) {
                throw new FaultyRequestException(Fault.of("revision", "fault.revision"));
            }
            return inBody;
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new FaultyRequestException(Fault.ofBody("fault.ifMatch"));
        }
        int tagged = Integer.parseInt(matcher.group(1));
        if (inBody != 0 && inBody != tagged) {
            throw new FaultyRequestException(Fault.of("revision", "fault.revision"));
        }
        return tagged;
    }
}
