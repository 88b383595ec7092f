package huxiao.bench.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The wire form of Protocol Buffers, as much of it as ONNX files need: varints, length-delimited fields, fixed 32 and 64 bits
 * (https://protobuf.dev/programming-guides/encoding/).
 */
final class Proto {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private Proto() {}

    /** Takes one field of a message; {@code number} is meant where the field is a varint, {@code bytes} where it is not. */
    interface Visitor {
        void field(int tag, long number, ByteBuffer bytes);
    }

    /** Goes over the fields of a message in order; the message's position is left alone. */
    static void read(ByteBuffer message, Visitor visitor) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            int tag = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case VARINT -> visitor.field(tag, varint(in), ByteBuffer.allocate(0));
                case FIXED64 -> visitor.field(tag, 0, take(in, 8));
                case BYTES -> visitor.field(tag, 0, take(in, (int) varint(in)));
                case FIXED32 -> visitor.field(tag, 0, take(in, 4));
                default -> throw new IllegalArgumentException("not a Protocol Buffers message: wire type " + (key & 7));
            }
        }
    }

    static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static ByteBuffer take(ByteBuffer in, int length) {
        ByteBuffer taken = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return taken;
    }

    static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    /** A message being written. */
    static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int tag, long value) {
            varint(((long) tag << 3) | VARINT);
            varint(value);
            return this;
        }

        Message bytes(int tag, byte[] value) {
            varint(((long) tag << 3) | BYTES);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int tag, String value) {
            return bytes(tag, value.getBytes(StandardCharsets.UTF_8));
        }

        Message real(int tag, float value) {
            varint(((long) tag << 3) | FIXED32);
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Message message(int tag, Consumer<Message> content) {
            Message inner = new Message();
            content.accept(inner);
            return bytes(tag, inner.toByteArray());
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
