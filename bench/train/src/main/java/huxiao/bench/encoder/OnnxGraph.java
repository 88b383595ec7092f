package huxiao.bench.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ONNX model (https://onnx.ai, IR version 8): its constants read by name, or a new one put together node by node. */
final class OnnxGraph {
    /** Domain of ONNX Runtime's own operators. */
    static final String RUNTIME = "com.microsoft";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int FLOAT = 1;
    private static final int INT8 = 3;
    private static final int INT32 = 6;
    private static final int INT64 = 7;

    /** A matrix or vector of numbers, row by row. Its arrays are shared, not copied: they are large. */
    static final class Matrix {
        private final int[] shape;
        private final float[] values;

        Matrix(int[] shape, float[] values) {
            this.shape = shape;
            this.values = values;
        }

        int[] shape() {
            return shape;
        }

        float[] values() {
            return values;
        }
    }

    private final Proto.Message graph = new Proto.Message().text(2, "huxiao-encoder");
    private final List<byte[]> constants = new ArrayList<>();
    private int nodes;

    /** The float constants of a model by name. */
    static Map<String, Matrix> constants(ByteBuffer model) {
        Map<String, Matrix> found = new HashMap<>();
        Proto.read(model, (tag, number, graph) -> {
            if (tag == 7) {
                Proto.read(graph, (inner, any, tensor) -> {
                    if (inner == 5) {
                        constant(tensor, found);
                    }
                });
            }
        });
        return found;
    }

    private static void constant(ByteBuffer tensor, Map<String, Matrix> found) {
        List<Integer> shape = new ArrayList<>();
        String[] name = {""};
        ByteBuffer[] raw = {null};
        Proto.read(tensor, (tag, number, bytes) -> {
            switch (tag) {
                case 1 -> {
                    if (bytes.hasRemaining()) {
                        while (bytes.hasRemaining()) {
                            shape.add((int) Proto.varint(bytes));
                        }
                    } else {
                        shape.add((int) number);
                    }
                }
                case 8 -> name[0] = Proto.text(bytes);
                case 9 -> raw[0] = bytes;
                default -> {
                    // The element type is known to be float.
                }
            }
        });
        if (raw[0] != null) {
            FloatBuffer floats = raw[0].order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            float[] values = new float[floats.remaining()];
            floats.get(values);
            found.put(
                    name[0],
                    new Matrix(shape.stream().mapToInt(Integer::intValue).toArray(), values));
        }
    }

    OnnxGraph input(String name, boolean floats, String... shape) {
        graph.message(11, value -> describe(value, name, floats ? FLOAT : INT64, shape));
        return this;
    }

    OnnxGraph output(String name, String... shape) {
        graph.message(12, value -> describe(value, name, FLOAT, shape));
        return this;
    }

    /** A dimension is a number or a name. */
    private static void describe(Proto.Message value, String name, int type, String... shape) {
        value.text(1, name)
                .message(
                        2,
                        of -> of.message(1, tensor -> tensor.number(1, type).message(2, dimensions -> {
                            for (String dimension : shape) {
                                dimensions.message(1, one -> {
                                    if (Character.isDigit(dimension.charAt(0))) {
                                        one.number(1, Long.parseLong(dimension));
                                    } else {
                                        one.text(2, dimension);
                                    }
                                });
                            }
                        })));
    }

    String floats(String name, int[] shape, float[] values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return constant(name, FLOAT, shape, raw.array());
    }

    String bytes(String name, int[] shape, byte[] values) {
        return constant(name, INT8, shape, values);
    }

    String longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return constant(name, INT64, new int[] {values.length}, raw.array());
    }

    private String constant(String name, int type, int[] shape, byte[] raw) {
        Proto.Message tensor = new Proto.Message();
        for (int dimension : shape) {
            tensor.number(1, dimension);
        }
        constants.add(tensor.number(2, type).text(8, name).bytes(9, raw).toByteArray());
        return name;
    }

    /** An attribute of a node: a name with a whole number, a real number or whole numbers. */
    record Attribute(String name, Object value) {}

    /** Adds a node of ONNX's own operators with one result, whose name is given back. */
    String node(String operator, List<String> inputs, Attribute... attributes) {
        return node("", operator, inputs, 1, attributes).get(0);
    }

    /** Adds a node and gives the names of its results. */
    List<String> node(String domain, String operator, List<String> inputs, int results, Attribute... attributes) {
        int number = nodes++;
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            outputs.add(operator + "_" + number + "_" + i);
        }
        add(domain, operator, inputs, outputs, attributes);
        return outputs;
    }

    /** Adds a node of ONNX's own operators under a given name of its result. */
    void named(String result, String operator, List<String> inputs, Attribute... attributes) {
        add("", operator, inputs, List.of(result), attributes);
    }

    private void add(
            String domain, String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        graph.message(1, node -> {
            inputs.forEach(input -> node.text(1, input));
            outputs.forEach(output -> node.text(2, output));
            node.text(4, operator);
            for (Attribute attribute : attributes) {
                node.message(5, it -> attribute(it, attribute));
            }
            node.text(7, domain);
        });
    }

    private static void attribute(Proto.Message message, Attribute attribute) {
        message.text(1, attribute.name());
        if (attribute.value() instanceof Float real) {
            message.real(2, real).number(20, 1);
        } else if (attribute.value() instanceof long[] numbers) {
            for (long number : numbers) {
                message.number(8, number);
            }
            message.number(20, 7);
        } else {
            message.number(3, ((Number) attribute.value()).longValue()).number(20, 2);
        }
    }

    /** Casts to float (1), or to a whole number of 32 bits (6). */
    String cast(String input, boolean toFloat) {
        return node("Cast", List.of(input), new Attribute("to", toFloat ? FLOAT : INT32));
    }

    byte[] toByteArray() {
        constants.forEach(constant -> graph.bytes(5, constant));
        return new Proto.Message()
                .number(1, IR_VERSION)
                .text(2, "huxiao")
                .bytes(7, graph.toByteArray())
                .message(8, opset -> opset.text(1, "").number(2, OPSET))
                .message(8, opset -> opset.text(1, RUNTIME).number(2, 1))
                .toByteArray();
    }
}
