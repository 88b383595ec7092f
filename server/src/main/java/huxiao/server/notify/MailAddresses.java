package huxiao.server.notify;

import huxiao.model.config.ConfigNode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads mail addresses from the configuration. */
final class MailAddresses {
    private MailAddresses() {}

    /** One bare address such as {@code duty@police.example}; no name, no list, nothing that could become a second header. */
    static String one(ConfigNode node, String key) {
        String text = node.string(key);
        String allowed = "one mail address such as duty@police.example";
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            if (text.equals(address.getAddress())
                    && text.indexOf('@') > 0
                    && text.chars().allMatch(c -> c > ' ' && c < 127)) {
                return text;
            }
        } catch (AddressException e) {
            throw node.fault(key, PlainText.line(text, 120), allowed + " (" + e.getMessage() + ")");
        }
        throw node.fault(key, PlainText.line(text, 120), allowed);
    }
}
