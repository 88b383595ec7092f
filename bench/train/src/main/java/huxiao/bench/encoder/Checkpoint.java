package huxiao.bench.encoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training stands after an epoch, so that the next one can run in a process of its own.
 *
 * @param steps how often the weights have moved
 * @param weights the trained weights by name
 * @param means the optimiser's mean of the gradients, by name of the weight
 * @param squares the same of their squares
 */
record Checkpoint(
        int steps,
        Map<String, OnnxGraph.Matrix> weights,
        Map<String, OnnxGraph.Matrix> means,
        Map<String, OnnxGraph.Matrix> squares) {
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(steps);
            write(out, weights);
            write(out, means);
            write(out, squares);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutputStream out, Map<String, OnnxGraph.Matrix> matrices) throws IOException {
        out.writeInt(matrices.size());
        for (Map.Entry<String, OnnxGraph.Matrix> entry : matrices.entrySet()) {
            out.writeUTF(entry.getKey());
            int[] shape = entry.getValue().shape();
            out.writeInt(shape.length);
            for (int dimension : shape) {
                out.writeInt(dimension);
            }
            for (float value : entry.getValue().values()) {
                out.writeFloat(value);
            }
        }
    }

    static Checkpoint read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new Checkpoint(in.readInt(), matrices(in), matrices(in), matrices(in));
        }
    }

    private static Map<String, OnnxGraph.Matrix> matrices(DataInputStream in) throws IOException {
        Map<String, OnnxGraph.Matrix> matrices = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int[] shape = new int[in.readInt()];
            int size = 1;
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = in.readInt();
                size *= shape[axis];
            }
            float[] values = new float[size];
            for (int k = 0; k < size; k++) {
                values[k] = in.readFloat();
            }
            matrices.put(name, new OnnxGraph.Matrix(shape, values));
        }
        return matrices;
    }
}
