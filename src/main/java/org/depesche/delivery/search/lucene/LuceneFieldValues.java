package org.depesche.delivery.search.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.kernel.Uuid7;

/** The names and the encodings of Lucene's fields. */
final class LuceneFieldValues {

    static final String ID_ORDER = "id.order";
    /** The texts as {@link StoredTextEncoding} encodes them. */
    static final String TEXT = "text";
    private static final int PREFIX_LENGTH = 17;

    private LuceneFieldValues() {
    }

    static Term term(FieldTerm term) {
        return new Term(term.field(), term.text());
    }

    static BytesRef id(UUID id) {
        return new BytesRef(Uuid7.bytes(id));
    }

    static UUID id(BytesRef bytes) {
        var copy = BytesRef.deepCopyOf(bytes);
        return Uuid7.of(copy.bytes);
    }

    static Term idTerm(UUID id) {
        return new Term(IndexFields.ID, id(id));
    }

    static Term listTerm(ListKey list) {
        return new Term(IndexFields.LIST, list(list));
    }

    /** The prefix that all lists of a kind on a site have in common: the site's id and the kind's letter. */
    static BytesRef prefix(UUID site, ListKind kind) {
        return new BytesRef(
                ByteBuffer.allocate(PREFIX_LENGTH).put(Uuid7.bytes(site)).put((byte) kind.letter().charAt(0)).array());
    }

    static BytesRef list(ListKey list) {
        var value = list.value().getBytes(StandardCharsets.ISO_8859_1);
        return new BytesRef(ByteBuffer.allocate(PREFIX_LENGTH + value.length).put(Uuid7.bytes(list.site()))
                .put((byte) list.kind().letter().charAt(0)).put(value).array());
    }

    static ListKey list(BytesRef bytes) {
        var copy = ByteBuffer.wrap(BytesRef.deepCopyOf(bytes).bytes);
        var site = new byte[PREFIX_LENGTH - 1];
        copy.get(site);
        var kind = ListKind.of(String.valueOf((char) copy.get()));
        var value = new byte[copy.remaining()];
        copy.get(value);
        return new ListKey(Uuid7.of(site), kind, new String(value, StandardCharsets.ISO_8859_1));
    }
}
