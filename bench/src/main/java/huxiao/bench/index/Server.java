package huxiao.bench.index;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A real Elasticsearch server. Its starter is looked up by name, since it is built and on the class path in the Maven profile
 * {@code elasticsearch} alone.
 */
final class Server implements AutoCloseable {
    private static final String STARTER = "huxiao.elasticsearch.server.ElasticsearchServer";
    private static final int HEAP_MIB = 4_096;

    private final Object started;
    private final URI url;

    private Server(AutoCloseable started, URI url) {
        this.started = started;
        this.url = url;
    }

    static Server start(Path folder) {
        try {
            Class<?> starter = Class.forName(STARTER);
            Object started =
                    starter.getMethod("startToMeasure", Path.class, int.class).invoke(null, folder, HEAP_MIB);
            return new Server(
                    (AutoCloseable) started, (URI) starter.getMethod("url").invoke(started));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no server here; run it as HUXIAO_PROFILE=elasticsearch bench/run …", e);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        try {
            started.getClass().getMethod("close").invoke(started);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
