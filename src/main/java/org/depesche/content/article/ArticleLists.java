package org.depesche.content.article;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.content.article.list.ArticleListQueryParser;
import org.depesche.content.article.list.ArticlePager;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListKey;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;

/** Reads lists of public articles, filtered or by their ids. */
@ApplicationScoped
@Transactional
class ArticleLists {

    private final ArticleListQueryParser queries;
    private final ArticlePager pager;
    private final SiteReads reads;
    private final QueryParameters inputs;

    ArticleLists(ArticleListQueryParser queries, ArticlePager pager, SiteReads reads,
            QueryParameters inputs) {
        this.queries = queries;
        this.pager = pager;
        this.reads = reads;
        this.inputs = inputs;
    }

    ArticleList list(ArticleFilterParameters filters, ArticleListParameters given) {
        var site = reads.begin(filters.site());
        if (given.hasIds()) {
            return listByIds(filters, given, site, Optional.empty());
        }
        var query = queries.parse(filters, given, site);
        inputs.verify();
        return pager.page(query);
    }

    /** @param within a list that the articles have to be in as well; others are reported as missing */
    ArticleList listByIds(ArticleFilterParameters filters, ArticleListParameters given, Site site, Optional<ListKey> within) {
        var ids = inputs.choices(ArticleListParameters.IDS, given.ids());
        var presentation = FieldSelection.forList(inputs, given.view(), given.include(), given.fields())
                .forPartners(inputs.read(ArticleListParameters.USAGE, given.usage()).orElse(false))
                .withCrop(inputs, given.crop());
        Stream.<QueryParameter<?>> concat(filters.givenParameters().stream(), given.conflictingWithIds().stream())
                .forEach(other -> inputs.reject(other, "`" + other.name() + "` does not go with `ids`."));
        inputs.verify();
        return pager.pageOfIds(site, ids, presentation, within);
    }
}
