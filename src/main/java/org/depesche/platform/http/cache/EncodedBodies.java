package org.depesche.platform.http.cache;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.http.response.ContentEncoding;
import org.depesche.platform.http.response.RenderedBody;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** One body in each content coding that clients have requested, as the bytes that the socket writes. */
final class EncodedBodies {

    private final RenderedBody rendered;
    private volatile Map<ContentEncoding, Buffer> bodies;

    EncodedBodies(RenderedBody rendered) {
        this.rendered = rendered;
        this.bodies = new EnumMap<>(Map.of(ContentEncoding.IDENTITY, onHeap(rendered.body())));
    }

    Optional<Buffer> find(ContentEncoding encoding) {
        return Optional.ofNullable(bodies.get(encoding));
    }

    /** Returns the bytes of all codings, and of the copy on the heap from which further ones are made. */
    int size() {
        return rendered.body().length + bodies.values().stream().mapToInt(Buffer::length).sum();
    }

    /** Copies the plain body outside the heap, which pays for a response that is sent many times. */
    synchronized void moveOffHeap() {
        put(ContentEncoding.IDENTITY, offHeap(rendered.body()));
    }

    /** Encodes the body, unless it was before. Takes milliseconds: not for an event loop. */
    synchronized void encode(ContentEncoding encoding) {
        if (find(encoding).isEmpty()) {
            put(encoding, offHeap(rendered.encoded(encoding)));
        }
    }

    private void put(ContentEncoding encoding, Buffer body) {
        var updated = new EnumMap<>(bodies);
        updated.put(encoding, body);
        bodies = updated;
    }

    @SuppressWarnings("deprecation")
    private static Buffer onHeap(byte[] bytes) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes)).asReadOnly());
    }

    /**
     * Copies the bytes outside the heap. The socket writes them from there; heap buffers would be copied for each
     * response.
     */
    @SuppressWarnings("deprecation") // Vert.x 4 has no other way to wrap Netty's memory
    private static Buffer offHeap(byte[] bytes) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())).asReadOnly());
    }
}
