package org.depesche.delivery.search.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.language.Level;
import org.depesche.kernel.Uuid7;

/** The names and values of the index's fields. */
final class Fields {

    /** To be raised whenever documents or the forms of words change: an index of another version is made anew. */
    static final String SCHEMA = "1";

    static final String ID = "id";
    static final String ID_ORDER = "id.order";
    static final String LIST = "list";
    static final String PUBLISHED = "published";
    static final String SKETCH = "sketch";
    /** Stems and parts of what is written with a capital within a sentence. */
    static final String NOUNS = "nouns";
    static final String LANGUAGE = "language";
    static final String KICKER = "kicker";
    static final String HEADLINE = "headline";
    static final String TEASER = "teaser";
    static final String BODY = "body";
    private static final String ALL = "all";
    private static final int HEAD = 17;

    private Fields() {
    }

    static String of(String section, Level level) {
        return section.toLowerCase(Locale.ROOT) + "." + level.name().toLowerCase(Locale.ROOT);
    }

    /** All sections together. */
    static String all(Level level) {
        return of(ALL, level);
    }

    static BytesRef id(UUID id) {
        return new BytesRef(Uuid7.bytes(id));
    }

    static UUID id(BytesRef bytes) {
        var copy = BytesRef.deepCopyOf(bytes);
        return Uuid7.of(copy.bytes);
    }

    static Term idTerm(UUID id) {
        return new Term(ID, id(id));
    }

    /** What all lists of a kind on a site begin with. */
    static BytesRef prefix(UUID site, ListKind kind) {
        return new BytesRef(ByteBuffer.allocate(HEAD).put(Uuid7.bytes(site)).put((byte) kind.letter().charAt(0)).array());
    }

    static BytesRef list(ListKey list) {
        var value = list.value().getBytes(StandardCharsets.ISO_8859_1);
        return new BytesRef(ByteBuffer.allocate(HEAD + value.length).put(Uuid7.bytes(list.site()))
                .put((byte) list.kind().letter().charAt(0)).put(value).array());
    }

    static ListKey list(BytesRef bytes) {
        var copy = ByteBuffer.wrap(BytesRef.deepCopyOf(bytes).bytes);
        var site = new byte[HEAD - 1];
        copy.get(site);
        var kind = ListKind.of(String.valueOf((char) copy.get()));
        var value = new byte[copy.remaining()];
        copy.get(value);
        return new ListKey(Uuid7.of(site), kind, new String(value, StandardCharsets.ISO_8859_1));
    }
}
