package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Indexed;
import org.depesche.delivery.search.query.Near;
import org.depesche.delivery.search.query.Sketch;
import org.depesche.delivery.search.query.Term;

/** A document, read field by field. */
final class LuceneNear implements Near {

    private final IndexSearcher searcher;
    private final TermPlaces places;
    private final ScoreDoc found;
    private final LeafReaderContext leaf;

    LuceneNear(IndexSearcher searcher, TermPlaces places, ScoreDoc found) {
        var leaves = searcher.getIndexReader().leaves();
        this.searcher = searcher;
        this.places = places;
        this.found = found;
        this.leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    }

    @Override
    public float score() {
        return found.score;
    }

    @Override
    public UUID id() throws IOException {
        var values = DocValues.getSorted(leaf.reader(), Values.ID_ORDER);
        values.advanceExact(place());
        return Values.id(values.lookupOrd(values.ordValue()));
    }

    @Override
    public Sketch sketch() throws IOException {
        var values = DocValues.getBinary(leaf.reader(), Fields.SKETCH);
        values.advanceExact(place());
        var bytes = values.binaryValue();
        return Sketch.of(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length));
    }

    @Override
    public Set<ListKey> lists() throws IOException {
        var values = DocValues.getSortedSet(leaf.reader(), Fields.LIST);
        var lists = new HashSet<ListKey>();
        if (values.advanceExact(place())) {
            for (var left = values.docValueCount(); left > 0; left--) {
                lists.add(Values.list(values.lookupOrd(values.nextOrd())));
            }
        }
        return lists;
    }

    @Override
    public boolean has(Term term) throws IOException {
        var word = Values.term(term);
        var postings = Postings.of(leaf, word, places.of(word, searcher), PostingsEnum.NONE);
        return postings != null && postings.advance(place()) == place();
    }

    Indexed whole() throws IOException {
        var published = DocValues.getSortedNumeric(leaf.reader(), Fields.PUBLISHED);
        published.advanceExact(place());
        return new Indexed(id(), Documents.wording(searcher.storedFields().document(found.doc)), lists(),
                Instant.ofEpochSecond(published.nextValue()), sketch());
    }

    private int place() {
        return found.doc - leaf.docBase;
    }
}
