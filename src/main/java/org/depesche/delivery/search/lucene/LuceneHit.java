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
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.document.MinHash;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.lucene.ranking.Postings;
import org.depesche.delivery.search.lucene.ranking.TermStatesCache;
import org.depesche.delivery.search.query.IndexSnapshot;

/** One matching document. Each field is read on demand. */
final class LuceneHit implements IndexSnapshot.SimilarDocument {

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;
    private final ScoreDoc found;
    private final LeafReaderContext leaf;

    LuceneHit(IndexSearcher searcher, TermStatesCache termStates, ScoreDoc found) {
        var leaves = searcher.getIndexReader().leaves();
        this.searcher = searcher;
        this.termStates = termStates;
        this.found = found;
        this.leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    }

    @Override
    public float score() {
        return found.score;
    }

    @Override
    public UUID id() throws IOException {
        var values = DocValues.getSorted(leaf.reader(), LuceneFieldValues.ID_ORDER);
        values.advanceExact(documentInLeaf());
        return LuceneFieldValues.id(values.lookupOrd(values.ordValue()));
    }

    @Override
    public MinHash minHash() throws IOException {
        var values = DocValues.getBinary(leaf.reader(), IndexFields.MIN_HASH);
        values.advanceExact(documentInLeaf());
        var bytes = values.binaryValue();
        return MinHash.of(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length));
    }

    @Override
    public Set<ListKey> lists() throws IOException {
        var values = DocValues.getSortedSet(leaf.reader(), IndexFields.LIST);
        var lists = new HashSet<ListKey>();
        if (values.advanceExact(documentInLeaf())) {
            for (var remaining = values.docValueCount(); remaining > 0; remaining--) {
                lists.add(LuceneFieldValues.list(values.lookupOrd(values.nextOrd())));
            }
        }
        return lists;
    }

    @Override
    public boolean hasTerm(FieldTerm term) throws IOException {
        var luceneTerm = LuceneFieldValues.term(term);
        var postings = Postings.of(leaf, luceneTerm, termStates.of(luceneTerm, searcher), PostingsEnum.NONE);
        return postings != null && postings.advance(documentInLeaf()) == documentInLeaf();
    }

    Hit hit() throws IOException {
        return new Hit(id(), found.score, publishedAt(), text());
    }

    StoredText text() throws IOException {
        var values = DocValues.getBinary(leaf.reader(), LuceneFieldValues.TEXT);
        values.advanceExact(documentInLeaf());
        return StoredTextEncoding.decode(values.binaryValue());
    }

    private Instant publishedAt() throws IOException {
        var published = DocValues.getSortedNumeric(leaf.reader(), IndexFields.PUBLISHED);
        published.advanceExact(documentInLeaf());
        return Instant.ofEpochMilli(published.nextValue());
    }

    IndexSnapshot.IndexedArticle article() throws IOException {
        return new IndexSnapshot.IndexedArticle(id(), text(), lists(), publishedAt(), minHash());
    }

    private int documentInLeaf() {
        return found.doc - leaf.docBase;
    }
}
