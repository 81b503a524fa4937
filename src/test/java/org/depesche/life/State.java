package org.depesche.life;

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
record State(long version, String life, List<Save> revisions, Save shown, List<String> slugs, Plan plan, Withdrawal withdrawal,
        List<UUID> picks, String record, List<String> log) {

    record Save(int number, String kind, String by, Content content) {
    }

    record Plan(String action, Instant at, String note, boolean minor, String by, int attempts) {
        boolean isDue() {
            return !at.isAfter(Instant.now());
        }
    }

    record Withdrawal(String reason, String notice) {
    }

    /** A transition: the status of the answer, and how the article stands afterwards. */
    record Outcome(int status, State after) {
    }

    static State created(String by, Content content) {
        return new State(1, "draft", List.of(new Save(1, "save", by, content)), null, List.of(), null, null, List.of(), "",
                List.of());
    }

    Save present() {
        return revisions.get(revisions.size() - 1);
    }

    Content content() {
        return present().content();
    }

    boolean is(String word) {
        return life.equals(word);
    }

    Outcome saved(String kind, String by, Content content) {
        if (content.equals(content())) {
            return ok();
        }
        var isFolded = kind.equals("autosave") && present().kind().equals(kind) && present().by().equals(by)
                && (shown == null || shown.number() != present().number());
        return new Outcome(200, with(kind, by, content, isFolded));
    }

    private State with(String kind, String by, Content content, boolean isFolded) {
        var all = new ArrayList<>(isFolded ? revisions.subList(0, revisions.size() - 1) : revisions);
        all.add(new Save(present().number() + (isFolded ? 0 : 1), kind, by, content));
        return new State(version + 1, life, List.copyOf(all), shown, slugs, plan, withdrawal, picks, record, log);
    }

    Outcome published(String note, boolean minor, String by) {
        var refused = refusedToPublish();
        return refused != 200 ? new Outcome(refused, this)
                : new Outcome(200, (note.isEmpty() ? this : with("correction", by, content().corrected(note), false))
                        .shown(note.isEmpty() ? "updated" : "corrected", minor));
    }

    private int refusedToPublish() {
        return is("withdrawn") ? 409 : content().isPublishable() ? 200 : 422;
    }

    private State shown(String word, boolean minor) {
        var isNews = !is("published") || !minor || !shown.content().equals(content());
        var stays = plan != null && plan.action().equals("unpublish") ? plan : null;
        return new State(version + 1, "published", revisions, present(), more(slugs, content().slug()), stays, null, picks,
                record, isNews ? told(is("published") ? word : "published") : log);
    }

    Outcome unpublished() {
        return is("published") || is("withdrawn")
                ? new Outcome(200, left("unpublished", null, told("unpublished")))
                : new Outcome(409, this);
    }

    /** Told again only when readers see another notice. */
    Outcome withdrawn(Withdrawal why) {
        if (is("draft")) {
            return new Outcome(409, this);
        }
        if (why.equals(withdrawal)) {
            return ok();
        }
        var isNews = withdrawal == null || !withdrawal.notice().equals(why.notice());
        return new Outcome(200, left("withdrawn", why, isNews ? told("withdrawn") : log));
    }

    private State left(String word, Withdrawal why, List<String> newLog) {
        return new State(version + 1, word, revisions, shown, slugs, null, why, picks, record, newLog);
    }

    Outcome planned(Plan due) {
        var refused = due.action().equals("publish") ? refusedToPublish() : is("published") ? 200 : 409;
        if (refused == 200 && plan != null && !plan.action().equals(due.action())) {
            refused = 409;
        }
        return refused == 200 ? new Outcome(200, with(due)) : new Outcome(refused, this);
    }

    Outcome cancelled() {
        return plan == null ? new Outcome(409, this) : new Outcome(200, with((Plan) null));
    }

    private State with(Plan due) {
        return new State(version + 1, life, revisions, shown, slugs, due, withdrawal, picks, record, log);
    }

    /** What the schedule makes of it when it is due: done, or tried in vain. */
    State due() {
        var done = plan.action().equals("publish") ? published(plan.note(), plan.minor(), plan.by()) : unpublished();
        return done.status() == 200 ? done.after()
                : with(new Plan(plan.action(), plan.at(), plan.note(), plan.minor(), plan.by(), plan.attempts() + 1));
    }

    Outcome picked(List<UUID> others) {
        return others.equals(picks) ? ok()
                : new Outcome(200, new State(version + 1, life, revisions, shown, slugs, plan, withdrawal, others, record,
                        is("published") ? more(log, "related.updated") : log));
    }

    Outcome deleted() {
        return is("published") || is("withdrawn") ? new Outcome(409, this)
                : new Outcome(204, new State(version + 1, "deleted", revisions, shown, slugs, null, null, List.of(), record,
                        log));
    }

    /** The status stands for the import's count: 201 updated, 304 unchanged, 409 rejected. */
    Outcome imported(Content content, String newRecord, boolean asDraft, String by) {
        if (is("withdrawn")) {
            return new Outcome(409, this);
        }
        if (newRecord.equals(record)) {
            return new Outcome(304, this);
        }
        var saved = with("import", by, content, false);
        var known = new State(saved.version, life, saved.revisions, shown, slugs, plan, withdrawal, picks, newRecord, log);
        return new Outcome(201, asDraft || is("unpublished") ? known : known.shown("updated", false));
    }

    Outcome ok() {
        return new Outcome(200, this);
    }

    private List<String> told(String word) {
        return more(log, "article." + word);
    }

    private static List<String> more(List<String> list, String one) {
        var all = new ArrayList<>(list);
        if (!list.contains(one) || one.contains(".")) {
            all.add(one);
        }
        return List.copyOf(all);
    }
}
