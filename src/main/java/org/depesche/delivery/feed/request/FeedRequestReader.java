package org.depesche.delivery.feed.request;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters;
import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.platform.access.Caller;
import org.depesche.platform.http.request.QueryParameters;

/** Reads the site, the filter and the options of a request for a feed. */
@ApplicationScoped
public class FeedRequestReader {

    private final SiteReads reads;
    private final ArticleFilters filters;
    private final Caller caller;
    private final QueryParameters inputs;
    private final FeedConfig config;

    FeedRequestReader(SiteReads reads, ArticleFilters filters, Caller caller, QueryParameters inputs, FeedConfig config) {
        this.reads = reads;
        this.filters = filters;
        this.caller = caller;
        this.inputs = inputs;
        this.config = config;
    }

    /**
     * Begins to read, and returns the site.
     *
     * @throws org.depesche.platform.problem.Problem with all wrong parameters, before anything that the path names is looked
     *         up, so that a wrong parameter does not answer 404
     */
    public Site site(FeedRequest request) {
        var site = reads.begin(request.filters().site());
        options(request);
        inputs.read(FeedParameters.ARCHIVE, request.parameters().archive());
        inputs.verify();
        return site;
    }

    /** Returns how the items look. A caller without a key gets no more than the configuration says. */
    public FeedOptions options(FeedRequest request) {
        var given = request.parameters();
        var asked = inputs.read(FeedParameters.CONTENT, given.content());
        var content = asked.filter(wanted -> wanted == FeedContent.TEASER || !caller.isAnonymous()).orElse(config.content());
        var leadImage = inputs.read(FeedParameters.LEAD_IMAGE, given.leadImage()).or(config::leadImage)
                .orElse(content == FeedContent.FULL ? LeadImage.INLINE : LeadImage.MEDIA);
        var isForPartners = inputs.read(FeedParameters.USAGE, given.usage()).orElse(false) || caller.isAnonymous();
        return new FeedOptions(content, leadImage, isForPartners);
    }

    /** Returns the filter, without the articles that partners may not have where the feed is for them. */
    public ArticleFilter filter(ArticleFilterParameters given, Site site, FeedOptions options) {
        var filter = filters.resolve(given, site);
        return options.isForPartners() ? filter.without(ListKey.of(site.id(), ListKind.WITHHELD, true)) : filter;
    }

    /** Throws the errors of all parameters that were read as one problem. */
    public void verify() {
        inputs.verify();
    }
}
