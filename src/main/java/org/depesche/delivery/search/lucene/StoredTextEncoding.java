package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.depesche.delivery.search.index.SearchResult.StoredText;

/**
 * Encodes the texts of an article as one value, compressed by LZ4. Lucene's stored fields are compressed in blocks of several
 * articles, so that reading one article means to decompress its neighbors, too.
 */
final class StoredTextEncoding {

    private StoredTextEncoding() {
    }

    static BytesRef encode(StoredText text) {
        try {
            var plain = new ByteBuffersDataOutput();
            for (var part : List.of(text.language(), text.kicker(), text.headline(), text.teaser(), text.body())) {
                plain.writeString(part);
            }
            var bytes = plain.toArrayCopy();
            var compressed = new ByteBuffersDataOutput();
            compressed.writeVInt(bytes.length);
            LZ4.compress(bytes, 0, bytes.length, compressed, new LZ4.FastCompressionHashTable());
            return new BytesRef(compressed.toArrayCopy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StoredText decode(BytesRef value) throws IOException {
        var compressed = new ByteArrayDataInput(value.bytes, value.offset, value.length);
        var bytes = new byte[compressed.readVInt()];
        LZ4.decompress(compressed, bytes.length, bytes, 0);
        var plain = new ByteArrayDataInput(bytes);
        return new StoredText(plain.readString(), plain.readString(), plain.readString(), plain.readString(),
                plain.readString());
    }
}
