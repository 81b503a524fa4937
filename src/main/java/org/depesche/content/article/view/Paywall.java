package org.depesche.content.article.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.model.ArticleAccess;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Entitlement;
import org.depesche.platform.http.ResponseMetadata;

/**
 * Decides how much of an article the caller of the request may read. No other class does. Nothing that is made of a body
 * may be rendered from an article that has not passed {@link #cut}.
 */
@ApplicationScoped
public class Paywall {

    private final Caller caller;
    private final ResponseMetadata metadata;
    private final int freeBlocks;

    Paywall(Caller caller, ResponseMetadata metadata, PaywallConfig config) {
        this.caller = caller;
        this.metadata = metadata;
        this.freeBlocks = Math.max(0, config.freeBlocks());
    }

    /** Returns whether the caller may read only the first blocks of the article. */
    public boolean isRestricted(PublishedArticle article) {
        var needed = neededEntitlement(article.content().classification().access());
        if (needed.isEmpty()) {
            return false;
        }
        metadata.markVaryingByEntitlement();
        return !caller.isEntitledTo(needed.get());
    }

    /** Returns the article with the part of its body that the caller may read. */
    public PublishedArticle cut(PublishedArticle article) {
        return article.body().isEmpty() || !isRestricted(article) || article.body().size() <= freeBlocks ? article
                : article.withBody(List.copyOf(article.body().subList(0, freeBlocks)));
    }

    VisibleArticles cut(Collection<PublishedArticle> articles) {
        var visible = new ArrayList<PublishedArticle>();
        var truncated = new HashSet<UUID>();
        for (var article : articles) {
            var cut = cut(article);
            visible.add(cut);
            if (cut != article) {
                truncated.add(cut.id());
            }
        }
        return new VisibleArticles(visible, truncated);
    }

    /**
     * Articles with those parts of their bodies that the caller may read.
     * @param truncated the ids of those whose body was cut
     */
    record VisibleArticles(List<PublishedArticle> articles, Set<UUID> truncated) {

        VisibleArticles {
            articles = List.copyOf(articles);
            truncated = Set.copyOf(truncated);
        }

        /** Articles with their whole bodies, for a reader who may see everything. */
        static VisibleArticles whole(Collection<PublishedArticle> articles) {
            return new VisibleArticles(List.copyOf(articles), Set.of());
        }

        boolean isTruncated(PublishedArticle article) {
            return truncated.contains(article.id());
        }
    }

    /** Returns the entitlement for an access. Empty for free articles. An unknown access counts as the strictest one. */
    private static Optional<Entitlement> neededEntitlement(String access) {
        return access.equals(ArticleAccess.FREE.word()) ? Optional.empty()
                : Optional.of(Entitlement.BY_WORD.getOrDefault(access, Entitlement.SUBSCRIBERS));
    }
}
