package org.depesche.delivery.article;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.delivery.change.tag.TagChanges;
import org.depesche.platform.access.Caller;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads one article for a format. Callers without a key get only what partners may have. */
@ApplicationScoped
@Transactional
class DocumentArticleReader {

    private final Articles articles;
    private final SiteReads reads;
    private final TagChanges changes;
    private final Caller caller;
    private final PolicyDocuments policies;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;
    private final Clock clock;

    DocumentArticleReader(Articles articles, SiteReads reads, TagChanges changes, Caller caller, PolicyDocuments policies,
            ResponseMetadata metadata, QueryParameters inputs, Clock clock) {
        this.articles = articles;
        this.reads = reads;
        this.changes = changes;
        this.caller = caller;
        this.policies = policies;
        this.metadata = metadata;
        this.inputs = inputs;
        this.clock = clock;
    }

    /** @param extension the end of the path, which a redirect keeps */
    Document read(String ref, String extension, @Nullable String siteSlug, @Nullable String usage) {
        var isForPartners = inputs.read(FieldSelection.USAGE, usage).orElse(false) || caller.isAnonymous();
        metadata.markVaryingByEntitlement();
        return read(ref, extension, siteSlug, isForPartners);
    }

    /** Reads an article for a document about its rights, which partners may read of any public article. */
    Document readForRights(String ref, String extension, @Nullable String siteSlug) {
        return read(ref, extension, siteSlug, false);
    }

    private Document read(String ref, String extension, @Nullable String siteSlug, boolean isForPartners) {
        var site = reads.begin(siteSlug);
        inputs.verify();
        UnaryOperator<String> address = slug -> "/feeds/articles/" + slug + extension;
        var id = isForPartners ? articles.attributesForPartners(site, ref, address).id()
                : articles.attributes(site, ref, address).id();
        var article = find(site, id, isForPartners)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No article is at this address for partners."));
        metadata.lastModified(article.changedAt());
        metadata.lastModified(changes.last(metadata.cacheTags()).modifiedAt(), clock.instant());
        policies.writeHeaders(article.machineUse(),
                policies.ofArticle(site.policyScope(), article.card().slug(), article.machineUse()));
        return new Document(site, article);
    }

    /** Finds an article for a member of another response; empty when it is not public, or not for partners. */
    Optional<SyndicatedArticle> find(Site site, UUID id, boolean isForPartners) {
        return articles.renderForSyndication(site, List.of(id), true, isForPartners).stream().findFirst();
    }

    /** An article on the site for which it is written. */
    record Document(Site site, SyndicatedArticle article) {
    }
}
