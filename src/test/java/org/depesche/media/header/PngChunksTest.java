package org.depesche.media.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PngChunksTest {

    @Test
    void eachChunkIsWhereTheFormerOneEnds() {
        var file = file(36).putInt(8, 4).put(12, "tEXt".getBytes()).putInt(24, 0).put(28, "IEND".getBytes());

        assertThat(chunks(file)).containsExactly(new PngChunks.Chunk("tEXt", 16, 4), new PngChunks.Chunk("IEND", 32, 0));
    }

    @Test
    void aChunkThatEndsBehindTheFileIsTheLast() {
        var file = file(36).putInt(8, -1).put(12, "IDAT".getBytes());

        assertThat(chunks(file)).containsExactly(new PngChunks.Chunk("IDAT", 16, 0xFFFF_FFFFL));
    }

    @Test
    void lessThanAFrameIsNoChunk() {
        assertThat(chunks(file(19))).isEmpty();
        assertThat(chunks(file(20))).hasSize(1);
    }

    private static ByteBuffer file(int size) {
        return ByteBuffer.allocate(size);
    }

    private static List<PngChunks.Chunk> chunks(ByteBuffer file) {
        var found = new ArrayList<PngChunks.Chunk>();
        var chunks = new PngChunks<RuntimeException>(at -> file.getLong((int) at), file.capacity());
        chunks.next().ifPresent(found::add);
        chunks.next().ifPresent(found::add);
        return found;
    }
}
