package org.depesche.delivery.related;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.delivery.related.RelatedResource.RelatedParameters;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.fastpath.FastEndpoint;
import org.depesche.platform.http.fastpath.FastPathThreads;
import org.depesche.platform.http.fastpath.FastRequest;
import org.depesche.platform.http.request.QueryRecord;

/**
 * Answers related news on the fast path, with the same calls as the endpoint. The framework answers requests that search the
 * index, and requests for whole articles, which may take another statement.
 */
@ApplicationScoped
class RelatedFastPath implements FastEndpoint {

    private static final Pattern PATH = Pattern.compile("/v1/articles/([a-z0-9-]+)/related");
    private static final String WHOLE = DetailLevel.FULL.word();
    private static final QueryRecord<RelatedParameters> PARAMETERS = QueryRecord.of(RelatedParameters.class);

    private final RelatedLists lists;
    private final AutocommitReads reads;
    private final FastPathThreads threads;

    RelatedFastPath(RelatedLists lists, AutocommitReads reads, FastPathThreads threads) {
        this.lists = lists;
        this.reads = reads;
        this.threads = threads;
    }

    @Override
    public boolean take(FastRequest request) {
        var path = PATH.matcher(request.path());
        var isSimple = path.matches()
                && request.parameter(FieldSelection.VIEW.parameter().name()).filter(WHOLE::equals).isEmpty()
                && request.query().entrySet().stream()
                        .allMatch(entry -> PARAMETERS.takes(entry.getKey(), entry.getValue()));
        if (isSimple) {
            var ref = path.group(1);
            var parameters = PARAMETERS.read(request.query());
            threads.execute(() -> request.answer(Freshness.LIST, () -> reads.attempt(() -> lists.read(ref, parameters))));
        }
        return isSimple;
    }
}
