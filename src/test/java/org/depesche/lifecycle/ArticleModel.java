package org.depesche.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How an article stands, and what every transition makes of it: the model.
 *
 * @param version as the ETag counts it
 * @param life draft, published, unpublished, withdrawn, deleted
 * @param revisions the present one last
 * @param shown what is public, or was last; and its revision
 * @param slugs under which it ever was public
 * @param record the last one imported
 * @param log the types of its entries in the change log
 */
record ArticleModel(long version, String status, List<SavedRevision> revisions, SavedRevision publishedRevision,
        List<String> slugs, PlannedStep plan, WithdrawalReason withdrawal,
        List<UUID> picks, String lastImport, List<String> changeTypes) {

    record SavedRevision(int number, String kind, String by, ModelContent content) {
    }

    record PlannedStep(String action, Instant at, String note, boolean minor, String by, int attempts) {
        boolean isDue() {
            return !at.isAfter(Instant.now());
        }
    }

    record WithdrawalReason(String reason, String notice) {
    }

    /** A transition: the status of the answer, and how the article stands afterwards. */
    record ExpectedOutcome(int status, ArticleModel after) {
    }

    static ArticleModel created(String by, ModelContent content) {
        return new ArticleModel(1, "draft", List.of(new SavedRevision(1, "save", by, content)), null, List.of(), null, null,
                List.of(), "",
                List.of());
    }

    SavedRevision currentRevision() {
        return revisions.get(revisions.size() - 1);
    }

    ModelContent content() {
        return currentRevision().content();
    }

    boolean hasStatus(String word) {
        return status.equals(word);
    }

    ExpectedOutcome save(String kind, String by, ModelContent content) {
        if (content.equals(content())) {
            return unchanged();
        }
        var isFolded = kind.equals("autosave") && currentRevision().kind().equals(kind) && currentRevision().by().equals(by)
                && (publishedRevision == null || publishedRevision.number() != currentRevision().number());
        return new ExpectedOutcome(200, with(kind, by, content, isFolded));
    }

    private ArticleModel with(String kind, String by, ModelContent content, boolean isFolded) {
        var all = new ArrayList<>(isFolded ? revisions.subList(0, revisions.size() - 1) : revisions);
        all.add(new SavedRevision(currentRevision().number() + (isFolded ? 0 : 1), kind, by, content));
        return new ArticleModel(version + 1, status, List.copyOf(all), publishedRevision, slugs, plan, withdrawal, picks,
                lastImport, changeTypes);
    }

    ExpectedOutcome publish(String note, boolean minor, String by) {
        var refused = publishStatus();
        return refused != 200 ? new ExpectedOutcome(refused, this)
                : new ExpectedOutcome(200,
                        (note.isEmpty() ? this : with("correction", by, content().withCorrection(note), false))
                                .shown(note.isEmpty() ? "updated" : "corrected", minor));
    }

    private int publishStatus() {
        return hasStatus("withdrawn") ? 409 : content().isPublishable() ? 200 : 422;
    }

    private ArticleModel shown(String word, boolean minor) {
        var isNews = !hasStatus("published") || !minor || !publishedRevision.content().equals(content());
        var stays = plan != null && plan.action().equals("unpublish") ? plan : null;
        return new ArticleModel(version + 1, "published", revisions, currentRevision(), append(slugs, content().slug()), stays,
                null, picks,
                lastImport, isNews ? logged(hasStatus("published") ? word : "published") : changeTypes);
    }

    ExpectedOutcome unpublish() {
        return hasStatus("published") || hasStatus("withdrawn")
                ? new ExpectedOutcome(200, takeDown("unpublished", null, logged("unpublished")))
                : new ExpectedOutcome(409, this);
    }

    /** Told again only when readers see another notice. */
    ExpectedOutcome withdraw(WithdrawalReason why) {
        if (hasStatus("draft")) {
            return new ExpectedOutcome(409, this);
        }
        if (why.equals(withdrawal)) {
            return unchanged();
        }
        var isNews = withdrawal == null || !withdrawal.notice().equals(why.notice());
        return new ExpectedOutcome(200, takeDown("withdrawn", why, isNews ? logged("withdrawn") : changeTypes));
    }

    private ArticleModel takeDown(String word, WithdrawalReason why, List<String> newLog) {
        return new ArticleModel(version + 1, word, revisions, publishedRevision, slugs, null, why, picks, lastImport, newLog);
    }

    ExpectedOutcome schedule(PlannedStep due) {
        var refused = due.action().equals("publish") ? publishStatus() : hasStatus("published") ? 200 : 409;
        if (refused == 200 && plan != null && !plan.action().equals(due.action())) {
            refused = 409;
        }
        return refused == 200 ? new ExpectedOutcome(200, with(due)) : new ExpectedOutcome(refused, this);
    }

    ExpectedOutcome cancelSchedule() {
        return plan == null ? new ExpectedOutcome(409, this) : new ExpectedOutcome(200, with((PlannedStep) null));
    }

    private ArticleModel with(PlannedStep due) {
        return new ArticleModel(version + 1, status, revisions, publishedRevision, slugs, due, withdrawal, picks, lastImport,
                changeTypes);
    }

    /** What the schedule makes of it when it is due: done, or tried in vain. */
    ArticleModel runSchedule() {
        var done = plan.action().equals("publish") ? publish(plan.note(), plan.minor(), plan.by()) : unpublish();
        return done.status() == 200 ? done.after()
                : with(new PlannedStep(plan.action(), plan.at(), plan.note(), plan.minor(), plan.by(), plan.attempts() + 1));
    }

    ExpectedOutcome pick(List<UUID> others) {
        return others.equals(picks) ? unchanged()
                : new ExpectedOutcome(200,
                        new ArticleModel(version + 1, status, revisions, publishedRevision, slugs, plan, withdrawal, others,
                                lastImport,
                                hasStatus("published") ? append(changeTypes, "related.updated") : changeTypes));
    }

    ExpectedOutcome delete() {
        return hasStatus("published") || hasStatus("withdrawn") ? new ExpectedOutcome(409, this)
                : new ExpectedOutcome(204,
                        new ArticleModel(version + 1, "deleted", revisions, publishedRevision, slugs, null, null, List.of(),
                                lastImport,
                                changeTypes));
    }

    /** The status stands for the import's count: 201 updated, 304 unchanged, 409 rejected. */
    ExpectedOutcome importRecord(ModelContent content, String newRecord, boolean asDraft, String by) {
        if (hasStatus("withdrawn")) {
            return new ExpectedOutcome(409, this);
        }
        if (newRecord.equals(lastImport)) {
            return new ExpectedOutcome(304, this);
        }
        var saved = with("import", by, content, false);
        var known = new ArticleModel(saved.version, status, saved.revisions, publishedRevision, slugs, plan, withdrawal, picks,
                newRecord, changeTypes);
        return new ExpectedOutcome(201, asDraft || hasStatus("unpublished") ? known : known.shown("updated", false));
    }

    ExpectedOutcome unchanged() {
        return new ExpectedOutcome(200, this);
    }

    private List<String> logged(String word) {
        return append(changeTypes, "article." + word);
    }

    private static List<String> append(List<String> list, String one) {
        var all = new ArrayList<>(list);
        if (!list.contains(one) || one.contains(".")) {
            all.add(one);
        }
        return List.copyOf(all);
    }
}
