package huxiao.streaming;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** A file's lines as {@link LineReader} reads them. */
final class LineFormat extends SimpleStreamFormat<String> {
    private static final long serialVersionUID = 1;

    @Override
    public StreamFormat.Reader<String> createReader(Configuration config, FSDataInputStream stream) {
        return new Lines(new LineReader(stream));
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return Types.STRING;
    }

    private record Lines(LineReader reader) implements StreamFormat.Reader<String> {
        @Override
        public String read() throws IOException {
            // Flink's word for the end of a file is null.
            return reader.next().orElse(null);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
