package huxiao.crawler.fetch;

/**
 * Counts how far bytes are UTF-8.
 *
 * @param characters well-formed sequences of two bytes or more (RFC 3629)
 * @param faults bytes that belong to none
 */
record Utf8Census(int characters, int faults) {
    /** A page of UTF-8 may hold a few broken characters; in GBK more than half would be. */
    boolean isUtf8() {
        return faults * 20L <= characters;
    }

    static Utf8Census of(byte[] bytes) {
        int characters = 0;
        int faults = 0;
        for (int i = 0; i < bytes.length; ) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = lead >= 0xC2 && lead <= 0xDF
                    ? 2
                    : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
            if (length > 0 && isSequence(bytes, i, lead, length)) {
                characters++;
                i += length;
            } else {
                faults++;
                i++;
            }
        }
        return new Utf8Census(characters, faults);
    }

    private static boolean isSequence(byte[] bytes, int at, int lead, int length) {
        if (at + length > bytes.length) {
            return false;
        }
        int second = bytes[at + 1] & 0xff;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
