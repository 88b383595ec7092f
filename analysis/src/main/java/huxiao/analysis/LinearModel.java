package huxiao.analysis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model over hashed features with one column of weights for each {@link Head}. Immutable, thread safe.
 *
 * <p>On disk (gzip): magic, number of columns, number of features; for each column its bias and the step of its weights; the hashes
 * ascending as differences; the weights column by column as signed bytes, in steps.
 */
public final class LinearModel {
    private static final int MAGIC = 0x48584c31;

    /** No model of ours comes near it; a file that claims more is damaged. */
    private static final int MOST_ROWS = 4_000_000;

    private final float[] bias;
    private final int[] hashes;
    private final float[] weights;
    private final int[] table;

    /**
     * A model.
     *
     * @param bias one a column
     * @param hashes ascending (as signed integers), distinct
     * @param weights {@code hashes.length} rows of {@code bias.length} columns
     */
    public LinearModel(float[] bias, int[] hashes, float[] weights) {
        if (weights.length != hashes.length * bias.length) {
            throw new IllegalArgumentException(
                    "expected " + hashes.length + " rows of " + bias.length + " weights, found " + weights.length);
        }
        this.bias = bias.clone();
        this.hashes = hashes.clone();
        this.weights = weights.clone();
        this.table = new int[Integer.highestOneBit(Math.max(16, hashes.length)) * 4];
        Arrays.fill(table, -1);
        for (int row = 0; row < hashes.length; row++) {
            int slot = slot(hashes[row]);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = row;
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    /** The row of a feature, or -1 when the model does not know it. */
    int row(int hash) {
        int slot = slot(hash);
        while (table[slot] >= 0) {
            if (hashes[table[slot]] == hash) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    /** Number of features. */
    int rows() {
        return hashes.length;
    }

    /** The feature of a row. */
    int hash(int row) {
        return hashes[row];
    }

    /** A column's answer for any text, before features. */
    double bias(int head) {
        return bias[head];
    }

    double weight(int row, int head) {
        return weights[row * bias.length + head];
    }

    /** The answers of all columns, log-odds. */
    double[] scores(Features features) {
        double[] scores = new double[bias.length];
        for (int h = 0; h < bias.length; h++) {
            scores[h] = bias[h];
        }
        for (int i = 0; i < features.size(); i++) {
            int row = row(features.hash(i));
            if (row >= 0) {
                int at = row * bias.length;
                float value = features.value(i);
                for (int h = 0; h < scores.length; h++) {
                    scores[h] += weights[at + h] * value;
                }
            }
        }
        return scores;
    }

    /** Writes the model; weights lose precision, one part in 127 of the largest of their column. */
    public void write(OutputStream target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(target))) {
            out.writeInt(MAGIC);
            out.writeInt(bias.length);
            out.writeInt(hashes.length);
            float[] steps = new float[bias.length];
            for (int h = 0; h < bias.length; h++) {
                float largest = 0;
                for (int row = 0; row < hashes.length; row++) {
                    largest = Math.max(largest, Math.abs(weights[row * bias.length + h]));
                }
                steps[h] = largest == 0 ? 1 : largest / 127;
                out.writeFloat(bias[h]);
                out.writeFloat(steps[h]);
            }
            int previous = 0;
            for (int hash : hashes) {
                out.writeInt(hash - previous);
                previous = hash;
            }
            for (int h = 0; h < bias.length; h++) {
                for (int row = 0; row < hashes.length; row++) {
                    out.writeByte(Math.round(weights[row * bias.length + h] / steps[h]));
                }
            }
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when it is not one, one of another version of the program, or damaged
     */
    public static LinearModel read(InputStream source) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source), 1 << 16))) {
            int magic = in.readInt();
            int heads = in.readInt();
            if (magic != MAGIC || heads != Head.COUNT) {
                throw new IOException("not a model of this version: magic " + Integer.toHexString(magic) + ", " + heads
                        + " columns, expected " + Integer.toHexString(MAGIC) + ", " + Head.COUNT);
            }
            int rows = in.readInt();
            if (rows < 0 || rows > MOST_ROWS) {
                throw new IOException("damaged: found " + rows + " features, at most " + MOST_ROWS + " are possible");
            }
            float[] bias = new float[heads];
            float[] steps = new float[heads];
            for (int h = 0; h < heads; h++) {
                bias[h] = in.readFloat();
                steps[h] = in.readFloat();
                if (!Float.isFinite(bias[h]) || !Float.isFinite(steps[h])) {
                    throw new IOException("damaged: column " + h + " is not finite");
                }
            }
            int[] hashes = new int[rows];
            int previous = 0;
            for (int row = 0; row < rows; row++) {
                previous += in.readInt();
                hashes[row] = previous;
            }
            float[] weights = new float[rows * heads];
            byte[] column = new byte[rows];
            for (int h = 0; h < heads; h++) {
                in.readFully(column);
                for (int row = 0; row < rows; row++) {
                    weights[row * heads + h] = column[row] * steps[h];
                }
            }
            // Only at its end does gzip compare its sum.
            if (in.read() != -1) {
                throw new IOException("damaged: bytes follow its end");
            }
            return new LinearModel(bias, hashes, weights);
        }
    }
}
