package huxiao.server.notify;

import huxiao.model.config.ConfigNode;

/**
 * The mail server that mails leave through.
 *
 * @param host its name
 * @param port its port, 587 by default
 * @param from the sender's address; its domain also ends every Message-ID
 * @param starttls whether the connection must turn to TLS before anything is said; without it mails travel in the clear
 * @param user login name, empty for none
 * @param passwordEnv name of the environment variable that holds the password; empty for none
 */
public record SmtpSettings(String host, int port, String from, boolean starttls, String user, String passwordEnv) {
    private static final int SUBMISSION = 587;
    private static final int MAX_PORT = 65535;

    static SmtpSettings from(ConfigNode node) {
        String host = node.string("host");
        int port = node.integer("port", SUBMISSION, 1, MAX_PORT);
        String from = MailAddresses.one(node, "from");
        boolean starttls = node.bool("starttls", true);
        String user = node.string("user", "");
        String passwordEnv = node.has("passwordEnv") ? ReceiverSettings.variable(node, "passwordEnv") : "";
        node.rejectUnknownKeys();
        if (user.isEmpty() != passwordEnv.isEmpty()) {
            throw node.fault("user", user, "user and passwordEnv together, or neither");
        }
        if (!user.isEmpty() && !starttls) {
            throw node.fault("starttls", "false", "true where there is a user: a password is not sent in the clear");
        }
        return new SmtpSettings(host, port, from, starttls, user, passwordEnv);
    }

    /** The part of the sender's address behind the {@code @}. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
