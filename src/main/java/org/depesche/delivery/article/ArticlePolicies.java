package org.depesche.delivery.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.machineuse.RslTerms;
import org.depesche.content.machineuse.TdmReservation;
import org.depesche.delivery.article.DocumentArticleReader.Document;
import org.depesche.delivery.machineuse.format.RobotsPaths;
import org.depesche.delivery.machineuse.format.RslWriter;
import org.depesche.delivery.machineuse.format.TdmPolicyWriter;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Writes what machines may do with one article, for articles with another policy than their site. */
@ApplicationScoped
class ArticlePolicies {

    private final TdmPolicyWriter tdmPolicies;
    private final PolicyDocuments documents;
    private final AbsoluteUrls urls;

    ArticlePolicies(TdmPolicyWriter tdmPolicies, PolicyDocuments documents, AbsoluteUrls urls) {
        this.tdmPolicies = tdmPolicies;
        this.documents = documents;
        this.urls = urls;
    }

    byte[] rsl(Document found) {
        if (RslTerms.of(found.article().machineUse()).isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "Nothing is said of machine use of the article.");
        }
        var document = RslWriter.document();
        RslWriter.to(document).content(RobotsPaths.exactly(path(found)), found.article().machineUse(), found.site().name());
        return document.toBytes();
    }

    private static String path(Document found) {
        var url = found.article().card().url();
        return url == null ? found.article().card().path() : pathAndQuery(url);
    }

    /** The URL without scheme and host. On sites that name the article in the query, all articles have the same path. */
    static String pathAndQuery(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    byte[] tdmPolicy(Document found) {
        var article = found.article();
        var policy = article.machineUse();
        if (TdmReservation.of(policy).filter(TdmReservation::offersLicence).isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "No licence for mining the article is offered.");
        }
        var site = found.site();
        var self = documents.ofArticle(site.policyScope(), article.card().slug(), policy).tdmPolicy();
        return tdmPolicies.write(self, Optional.ofNullable(site.url()).orElseGet(() -> urls.of("/")), site,
                List.of(new TdmPolicyWriter.Target(url(found), policy))).toString().getBytes(StandardCharsets.UTF_8);
    }

    private URI url(Document found) {
        var card = found.article().card();
        return Optional.ofNullable(card.url()).orElseGet(() -> urls.of("/v1/articles/" + card.slug()));
    }
}
