package org.depesche.content.editorial.preview;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleReader;
import org.depesche.content.article.SingleArticleParameters;
import org.depesche.content.editorial.PreviewLinkRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.preview.PreviewResource.Preview;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.platform.database.RemoteCalls;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Shows working copies to clients with a preview link. */
@ApplicationScoped
class Previews {

    private final PreviewLinkRepository links;
    private final WorkingCopyRepository copies;
    private final Clock clock;
    private final ArticleReader articles;
    private final Transactions transactions;
    private final RemoteCalls calls;

    Previews(PreviewLinkRepository links, WorkingCopyRepository copies, Clock clock, ArticleReader articles,
            Transactions transactions, RemoteCalls calls) {
        this.links = links;
        this.copies = copies;
        this.clock = clock;
        this.articles = articles;
        this.transactions = transactions;
        this.calls = calls;
    }

    /** Renders the last save as the public API would show it. */
    Preview renderPreview(String token, SingleArticleParameters parameters) {
        return calls.read(() -> transactions.call(() -> {
            var copy = links.findArticleByToken(new PreviewToken(token).hash(), clock.instant())
                    .flatMap(id -> copies.byId(id, false))
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No preview is at this address."));
            return new Preview(articles.preview(snapshot(copy), parameters), true, copy.metadata().state().value());
        }));
    }

    private ArticleSnapshot snapshot(WorkingCopy copy) {
        var entry = copy.metadata();
        var publishedAt = copy.publishedAt().orElseGet(clock::instant);
        var updatedAt = Optional.ofNullable(entry.publication().updatedAt()).orElse(publishedAt);
        return new ArticleSnapshot(entry.id(), copies.serial(entry.id()), entry.slug(), entry.revision(), publishedAt,
                updatedAt, entry.lastSave().at(),
                copy.content(), false);
    }
}
