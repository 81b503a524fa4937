package org.depesche.content.article;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.fastpath.FastEndpoint;
import org.depesche.platform.http.fastpath.FastPathThreads;
import org.depesche.platform.http.fastpath.FastRequest;
import org.depesche.platform.http.request.QueryRecord;

/**
 * Answers lists of all articles and of a category on the fast path, with the same calls as the endpoints. The fast path has no
 * transaction, so that a response may need only one statement. The endpoints answer requests for a total or for whole articles,
 * and those with a filter by tag or author, because these may need several.
 */
@ApplicationScoped
class ArticleListFastPath implements FastEndpoint {

    private static final Pattern PATH = Pattern.compile("/v1/(?:articles|categories/([a-z0-9-]+)/articles)");
    private static final String WHOLE = DetailLevel.FULL.word();
    private static final QueryRecord<ArticleFilterParameters> FILTERS = QueryRecord.of(ArticleFilterParameters.class);
    private static final QueryRecord<ArticleListParameters> PARAMETERS = QueryRecord.of(ArticleListParameters.class);

    private final ArticleLists lists;
    private final ScopedArticleLists scoped;
    private final AutocommitReads reads;
    private final FastPathThreads threads;

    ArticleListFastPath(ArticleLists lists, ScopedArticleLists scoped, AutocommitReads reads, FastPathThreads threads) {
        this.lists = lists;
        this.scoped = scoped;
        this.reads = reads;
        this.threads = threads;
    }

    @Override
    public boolean take(FastRequest request) {
        var path = PATH.matcher(request.path());
        var isSimple = path.matches() && !request.query().containsKey(ArticleListParameters.TOTAL.parameter().name())
                && request.parameter(FieldSelection.VIEW.parameter().name()).filter(WHOLE::equals).isEmpty()
                && request.query().entrySet().stream().allMatch(entry -> FILTERS.takes(entry.getKey(), entry.getValue())
                        || PARAMETERS.takes(entry.getKey(), entry.getValue()));
        if (isSimple) {
            var list = list(Optional.ofNullable(path.group(1)), FILTERS.read(request.query()),
                    PARAMETERS.read(request.query()));
            threads.execute(() -> request.answer(Freshness.LIST, () -> reads.attempt(list)));
        }
        return isSimple;
    }

    private Supplier<ArticleList> list(Optional<String> category, ArticleFilterParameters filters,
            ArticleListParameters parameters) {
        return () -> category.map(ref -> scoped.inCategory(ref, filters, parameters))
                .orElseGet(() -> lists.list(filters, parameters));
    }
}
