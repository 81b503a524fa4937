package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.Likeness;
import org.depesche.delivery.search.LikenessQuery;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.lucene.Telling.Weighted;

/**
 * Finds what stands close to an article: by its most telling words, in the same language; shared tags, a shared category and
 * nearness in time tip the scales. Of several versions of one story the closest stands for all.
 */
final class Similar {

    private static final int TERMS = 120;
    private static final int REASONS = 4;
    private static final int REASONS_LOOKED_AT = 40;
    private static final float TAG = 0.06f;
    private static final float CATEGORY = 0.02f;
    private static final float TIME = 0.03f;
    private static final long HALF_TIME_SECONDS = 30L * 24 * 60 * 60;
    /** Less in common is chance. */
    private static final double LEAST = 0.04;
    /** So much in common makes two texts versions of one story. */
    private static final double SAME_STORY = 0.35;
    /** What is fetched for one that is answered, as versions of a story fall away. */
    private static final int SPARE = 3;

    private final IndexSearcher searcher;
    private final Languages languages;

    Similar(IndexSearcher searcher, Languages languages) {
        this.searcher = searcher;
        this.languages = languages;
    }

    List<Likeness> to(LikenessQuery asked) throws IOException {
        var source = searcher.search(new TermQuery(Fields.idTerm(asked.article())), 1).scoreDocs;
        if (source.length == 0) {
            return List.of();
        }
        var itself = source[0].doc;
        var wording = Documents.wording(searcher.storedFields().document(itself));
        var telling = Telling.of(wording, searcher.getIndexReader(), languages, TERMS);
        var content = telling.query();
        var whole = score(content, asked.article());
        if (whole <= 0) {
            return List.of();
        }
        var lists = lists(itself, asked.site().site());
        var query = query(asked, content, whole, lists, itself);
        var found = searcher.search(query, asked.limit() * SPARE + 1).scoreDocs;
        return chosen(found, itself, whole, telling.weighted(Level.STEM), lists, asked.limit());
    }

    /** How much an article scores for its own words: what all others are measured by. */
    private float score(Query content, UUID article) throws IOException {
        var own = new BooleanQuery.Builder().add(content, Occur.MUST).add(new TermQuery(Fields.idTerm(article)), Occur.FILTER);
        var found = searcher.search(own.build(), 1).scoreDocs;
        return found.length == 0 ? 0 : found[0].score;
    }

    private Query query(LikenessQuery asked, Query content, float whole, Set<ListKey> lists, int itself) throws IOException {
        var query = new BooleanQuery.Builder().add(content, Occur.MUST)
                .add(SelectionQueries.lists(Set.of(asked.site())), Occur.FILTER)
                .add(new TermQuery(Fields.idTerm(asked.article())), Occur.MUST_NOT);
        lists.stream().filter(list -> list.kind() == ListKind.LANGUAGE)
                .forEach(list -> query.add(SelectionQueries.lists(Set.of(list)), Occur.FILTER));
        lists.stream().filter(list -> list.kind() == ListKind.TAG)
                .forEach(list -> query.add(plus(list, whole * TAG), Occur.SHOULD));
        lists.stream().filter(list -> list.kind() == ListKind.CATEGORY)
                .forEach(list -> query.add(plus(list, whole * CATEGORY), Occur.SHOULD));
        query.add(LongField.newDistanceFeatureQuery(Fields.PUBLISHED, whole * TIME, published(itself), HALF_TIME_SECONDS),
                Occur.SHOULD);
        SelectionQueries.without(query, asked.without(), asked.except());
        return query.build();
    }

    private static Query plus(ListKey list, float worth) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.LIST, Fields.list(list)))), worth);
    }

    private List<Likeness> chosen(ScoreDoc[] found, int itself, float whole, List<Weighted> words, Set<ListKey> lists,
            int limit) throws IOException {
        var stories = new ArrayList<Sketch>(List.of(sketch(itself)));
        var chosen = new ArrayList<Likeness>();
        for (var one : found) {
            var closeness = Math.min(1, one.score / whole);
            var sketch = sketch(one.doc);
            if (closeness < LEAST || chosen.size() == limit) {
                break;
            }
            if (stories.stream().noneMatch(story -> story.share(sketch) >= SAME_STORY)) {
                stories.add(sketch);
                chosen.add(likeness(one.doc, closeness, words, lists));
            }
        }
        return chosen;
    }

    private Likeness likeness(int document, double closeness, List<Weighted> words, Set<ListKey> lists) throws IOException {
        var tags = new HashSet<UUID>();
        for (var list : lists(document, lists.iterator().next().site())) {
            if (list.kind() == ListKind.TAG && lists.contains(list)) {
                tags.add(list.id());
            }
        }
        var id = Fields.id(searcher.storedFields().document(document, Set.of(Fields.ID)).getBinaryValue(Fields.ID));
        return new Likeness(id, Math.round(closeness * 1000) / 1000.0, shared(document, words), tags);
    }

    private List<String> shared(int document, List<Weighted> words) throws IOException {
        var shared = new ArrayList<String>();
        for (var word : words.subList(0, Math.min(words.size(), REASONS_LOOKED_AT))) {
            if (shared.size() < REASONS && has(document, word.term())) {
                shared.add(word.written());
            }
        }
        return shared;
    }

    private boolean has(int document, Term term) throws IOException {
        var leaf = leaf(document);
        var postings = leaf.reader().postings(term, PostingsEnum.NONE);
        return postings != null && postings.advance(document - leaf.docBase) == document - leaf.docBase
                && postings.docID() != DocIdSetIterator.NO_MORE_DOCS;
    }

    private Set<ListKey> lists(int document, UUID site) throws IOException {
        var leaf = leaf(document);
        var values = DocValues.getSortedSet(leaf.reader(), Fields.LIST);
        var lists = new HashSet<ListKey>();
        if (values.advanceExact(document - leaf.docBase)) {
            for (var left = values.docValueCount(); left > 0; left--) {
                lists.add(Fields.list(values.lookupOrd(values.nextOrd())));
            }
        }
        lists.removeIf(list -> !list.site().equals(site));
        return lists;
    }

    private Sketch sketch(int document) throws IOException {
        var leaf = leaf(document);
        var values = DocValues.getBinary(leaf.reader(), Fields.SKETCH);
        values.advanceExact(document - leaf.docBase);
        return Sketch.of(values.binaryValue());
    }

    private long published(int document) throws IOException {
        var leaf = leaf(document);
        var values = DocValues.getSortedNumeric(leaf.reader(), Fields.PUBLISHED);
        values.advanceExact(document - leaf.docBase);
        return values.nextValue();
    }

    private LeafReaderContext leaf(int document) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
