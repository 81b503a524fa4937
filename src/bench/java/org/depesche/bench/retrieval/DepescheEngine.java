package org.depesche.bench.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.lucene.LuceneIndex;

/** The service's own, as it is, in memory. All articles are of one moment: freshness tips no scales here. */
final class DepescheEngine implements SearchEngine {

    private static final UUID SITE = new UUID(1, 1);
    private static final ListKey ALL = ListKey.all(SITE);
    private static final ListKey QUERY_LIST = ListKey.of(SITE, ListKind.TYPE, "asking");
    private static final Instant NOW = Instant.parse("2024-10-21T00:00:00Z");
    private static final int QUERY_NUMBER = Integer.MAX_VALUE;
    private static final int BATCH = 200;

    private final WordAnalyzers analyzers = WordAnalyzers.withBundledDictionary();
    private LuceneIndex index;

    DepescheEngine() {
        this.index = empty();
    }

    @Override
    public String name() {
        return "Depesche";
    }

    @Override
    public void index(List<IndexedDocument> pages) {
        close();
        index = empty();
        for (var from = 0; from < pages.size(); from += BATCH) {
            index.apply(
                    pages.subList(from, Math.min(from + BATCH, pages.size())).stream().map(page -> text(page, ALL)).toList(),
                    List.of(), 1);
            index.refresh();
        }
    }

    private LuceneIndex empty() {
        try {
            return new LuceneIndex(new ByteBuffersDirectory(), "bench", analyzers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArticleText text(IndexedDocument page, ListKey list) {
        return new ArticleText(id(page.number()), "de", "", page.headline(), "", page.text(), List.of(),
                Set.of(list, ListKey.of(SITE, ListKind.LANGUAGE, "de")), List.of(), NOW);
    }

    @Override
    public List<Integer> search(String words, int limit) {
        var query = new SearchQuery(ParsedQuery.parse(words), ListFilter.of(ALL), Set.of(),
                SearchPosition.ranked(0, limit, Optional.empty()),
                Set.of(), false, NOW);
        return index.search(query).hits().stream().map(hit -> number(hit.id())).toList();
    }

    @Override
    public List<Integer> similar(IndexedDocument page, int limit) {
        return found(page.number(), limit);
    }

    /** What is asked about has to stand in the index, as in the service; nothing finds it, as it is in no list. */
    @Override
    public List<Integer> similarTo(IndexedDocument page, int limit) {
        index.apply(List.of(text(new IndexedDocument(QUERY_NUMBER, "", page.headline(), page.text()), QUERY_LIST)), List.of(),
                1);
        index.refresh();
        return found(QUERY_NUMBER, limit);
    }

    private List<Integer> found(int number, int limit) {
        var found = new ArrayList<Integer>();
        index.similar(new SimilarQuery(id(number), ALL, Set.of(), Set.of(), limit)).stream().map(SimilarHit::article)
                .forEach(id -> found.add(number(id)));
        return found;
    }

    private static UUID id(int number) {
        return new UUID(2, number);
    }

    private static int number(UUID id) {
        return (int) id.getLeastSignificantBits();
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
