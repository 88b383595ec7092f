package huxiao.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a limit and drops the connection at the first byte beyond it. */
final class BoundedBody implements BodySubscriber<BoundedBody.Content> {
    /** The bytes up to the limit, and whether there were more. */
    static final class Content {
        private final byte[] bytes;
        private final boolean overflowed;

        Content(byte[] bytes, boolean overflowed) {
            this.bytes = bytes;
            this.overflowed = overflowed;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean overflowed() {
            return overflowed;
        }
    }

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int taken = Math.min(buffer.remaining(), limit - bytes.size());
            byte[] part = new byte[taken];
            buffer.get(part);
            bytes.write(part, 0, taken);
            if (buffer.hasRemaining()) {
                subscription.cancel();
                content.complete(new Content(bytes.toByteArray(), true));
                return;
            }
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable error) {
        content.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(bytes.toByteArray(), false));
    }
}
