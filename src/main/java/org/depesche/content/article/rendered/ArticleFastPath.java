package org.depesche.content.article.rendered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.fastpath.BatchedReads;
import org.depesche.platform.http.fastpath.FastEndpoint;
import org.depesche.platform.http.fastpath.FastPathThreads;
import org.depesche.platform.http.fastpath.FastRequest;
import org.depesche.platform.http.request.QueryParameter;

/** Answers single articles on the fast path, from stored renderings. One statement reads the articles of several requests. */
@ApplicationScoped
class ArticleFastPath implements FastEndpoint {

    private static final String ARTICLES = "/v1/articles/";
    private static final Map<String, DetailLevel> VIEWS = QueryParameter.words(DetailLevel::word, DetailLevel.values());
    private static final Set<String> PARAMETERS = Set.of(FieldSelection.VIEW.parameter().name(), Sites.SITE.name());

    private final RenderedArticles articles;
    private final RenderedArticleBatchReader statements;
    private final AutocommitReads reads;
    private final BatchedReads<ArticleRequest> batches;

    ArticleFastPath(RenderedArticles articles, RenderedArticleBatchReader statements, AutocommitReads reads,
            FastPathThreads threads) {
        this.articles = articles;
        this.statements = statements;
        this.reads = reads;
        this.batches = threads.batched(this::read);
    }

    private record ArticleRequest(FastRequest request, String ref, Form form) {
    }

    /** The parameters that all requests of one statement share. */
    private record Form(DetailLevel view, Optional<String> site) {
    }

    @Override
    public boolean take(FastRequest request) {
        var ref = request.path().startsWith(ARTICLES) ? request.path().substring(ARTICLES.length()) : "";
        var view = request.parameter(FieldSelection.VIEW.parameter().name()).map(VIEWS::get);
        var isSimple = (Slug.isSlug(ref) || Uuid7.parse(ref).isPresent()) && hasSimpleQuery(request, view)
                && articles.areStored(FieldSelection.of(view.orElse(DetailLevel.FULL)));
        if (isSimple) {
            batches.add(new ArticleRequest(request, ref,
                    new Form(view.orElse(DetailLevel.FULL), request.parameter(Sites.SITE.name()))));
        }
        return isSimple;
    }

    private static boolean hasSimpleQuery(FastRequest request, Optional<DetailLevel> view) {
        return PARAMETERS.containsAll(request.query().keySet())
                && request.query().values().stream().allMatch(values -> values.size() == 1)
                && view.isPresent() == request.query().containsKey(FieldSelection.VIEW.parameter().name());
    }

    private void read(List<ArticleRequest> batch) {
        batch.stream().collect(Collectors.groupingBy(ArticleRequest::form)).forEach(this::read);
    }

    private void read(Form form, List<ArticleRequest> requests) {
        var refs = requests.stream().map(ArticleRequest::ref).collect(Collectors.toSet());
        try {
            var found = reads.attempt(() -> statements.read(form.site(), refs, form.view()));
            requests.forEach(each -> found.ifPresentOrElse(all -> answer(each, all), each.request()::decline));
        } catch (RuntimeException failure) {
            requests.forEach(each -> each.request().fail(failure));
        }
    }

    private void answer(ArticleRequest wanted, RenderedArticleBatchReader.FoundRenderings found) {
        var stored = Optional.ofNullable(found.renderings().get(wanted.ref()));
        if (stored.isPresent()) {
            wanted.request().answer(Freshness.ARTICLE, () -> Optional
                    .of(articles.show(found.site(), stored.get(), FieldSelection.of(wanted.form().view()))));
        } else {
            wanted.request().decline();
        }
    }
}
