package huxiao.analysis.frame;

/**
 * A stretch of chunks between marks.
 *
 * @param from first chunk
 * @param to one past the last chunk, the closing mark not among them
 * @param sentence number of the sentence it belongs to, from 0
 * @param quoted whether somebody else's words are given
 * @param speaker chunk of the verb of saying that brings them in, or -1
 * @param asks whether a question mark closes it
 */
record Clause(int from, int to, int sentence, boolean quoted, int speaker, boolean asks) {
    boolean holds(int chunk) {
        return chunk >= from && chunk < to;
    }
}
