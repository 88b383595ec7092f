package huxiao.server.notify;

import java.util.Locale;

/** The languages in which mails are written. */
public enum MailLanguage {
    /** Simplified Chinese, the default. */
    ZH(Locale.SIMPLIFIED_CHINESE),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    MailLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
