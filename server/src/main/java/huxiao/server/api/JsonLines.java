package huxiao.server.api;

import huxiao.index.Hit;
import huxiao.model.Json;
import huxiao.server.web.access.ExportedPosts.Destination;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Posts as the API shows them, one on each line. */
final class JsonLines implements Destination {
    private final Writer out;

    JsonLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Hit hit) throws IOException {
        out.write(Json.write(PostView.of(hit)));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
