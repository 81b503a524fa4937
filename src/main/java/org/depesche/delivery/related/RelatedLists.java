package org.depesche.delivery.related;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.delivery.related.RelatedResource.RelatedParameters;
import org.depesche.platform.database.RemoteCalls;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;

/** Reads the list of related news that a request asks for. */
@ApplicationScoped
class RelatedLists {

    private final RelatedNews related;
    private final Sites sites;
    private final QueryParameters inputs;
    private final RemoteCalls calls;

    RelatedLists(RelatedNews related, Sites sites, QueryParameters inputs, RemoteCalls calls) {
        this.related = related;
        this.sites = sites;
        this.inputs = inputs;
        this.calls = calls;
    }

    RelatedList read(String ref, RelatedParameters given) {
        var site = sites.requested(inputs, given.site());
        var query = new RelatedQuery(inputs.read(RelatedParameters.STRATEGY, given.strategy()),
                inputs.read(RelatedParameters.LIMIT, given.limit()),
                FieldSelection.forList(inputs, given.view(), given.include(), given.fields(), RelatedQuery.MEMBERS)
                        .forPartners(inputs.read(RelatedParameters.USAGE, given.usage()).orElse(false))
                        .withCrop(inputs, given.crop()));
        inputs.verify();
        return new RelatedList(calls.read(() -> related.list(site, ref, query)), Page.single(query.limit()));
    }
}
