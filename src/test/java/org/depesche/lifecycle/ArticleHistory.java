package org.depesche.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One article and every state that a response reported. Each change names the version it is made of, so the versions are the
 * order in which things happened, whoever did them; two changes of one version are a lost one.
 */
final class ArticleHistory {

    final UUID id;
    /** Whoever changes the article without naming a version, as an import does, wants it alone. */
    final ReadWriteLock exclusive = new ReentrantReadWriteLock();

    private final TreeMap<Long, ArticleModel> states = new TreeMap<>();
    private final List<PendingChange> pending = new ArrayList<>();

    ArticleHistory(UUID id, ArticleModel first) {
        this.id = id;
        states.put(first.version(), first);
    }

    /** A change under way, or one whose answer never came. */
    record PendingChange(ArticleModel before, ArticleModel expected) {
    }

    synchronized ArticleModel latest() {
        return states.lastEntry().getValue();
    }

    synchronized ArticleModel at(long version) {
        return states.get(version);
    }

    /** From that version on. */
    synchronized List<ArticleModel> since(long version) {
        return List.copyOf(states.tailMap(version, true).values());
    }

    synchronized PendingChange begin(ArticleModel before, ArticleModel expected) {
        var attempt = new PendingChange(before, expected);
        pending.add(attempt);
        return attempt;
    }

    synchronized void reject(PendingChange attempt) {
        forget(attempt);
    }

    synchronized void confirm(PendingChange attempt) {
        var after = attempt.expected();
        if (after.version() != attempt.before().version() && states.putIfAbsent(after.version(), after) != null) {
            throw new AssertionError("Two changes of one version were acknowledged: " + attempt + " and "
                    + states.get(after.version()));
        }
        forget(attempt);
    }

    private void forget(PendingChange attempt) {
        pending.removeIf(other -> other == attempt);
    }

    /**
     * The service is known to be at that version. What no response reported was done by the schedule, unless somebody still
     * waits for the answer.
     *
     * @return whether that version is known now
     */
    synchronized boolean advanceTo(long version) {
        while (latest().version() < version) {
            var last = latest();
            if (pending.stream().anyMatch(attempt -> attempt.before().version() == last.version())) {
                return false;
            }
            if (last.plan() == null || !last.plan().isDue()) {
                throw new AssertionError("Nobody made version " + version + " of " + id + " out of " + last);
            }
            var due = last.runSchedule();
            states.put(due.version(), due);
        }
        if (!states.containsKey(version)) {
            throw new AssertionError("There should be no version " + version + " of " + id + ", but " + states.keySet());
        }
        return true;
    }

    /** After a crash: each change that was never answered has happened wholly or not at all, or the schedule was faster. */
    synchronized void resolveAfterCrash(long version, Predicate<ArticleModel> isSeen) {
        var doubtful = List.copyOf(pending);
        pending.clear();
        var path = path(latest(), version, isSeen, doubtful)
                .orElseThrow(
                        () -> new AssertionError("Version " + version + " of " + id + " is nothing that could have become of "
                                + latest() + " by " + doubtful));
        path.forEach(state -> states.put(state.version(), state));
    }

    synchronized void resolveAsDeleted() {
        if (!latest().hasStatus("deleted")) {
            var deletion = pending.stream().filter(attempt -> attempt.expected().hasStatus("deleted")).findFirst()
                    .orElseThrow(() -> new AssertionError("Nobody deleted " + id + ", which was " + latest()));
            states.put(deletion.expected().version(), deletion.expected());
        }
        pending.clear();
    }

    private static Optional<List<ArticleModel>> path(ArticleModel from, long version, Predicate<ArticleModel> isSeen,
            List<PendingChange> doubtful) {
        if (from.version() >= version) {
            return from.version() == version && isSeen.test(from) ? Optional.of(List.of(from)) : Optional.empty();
        }
        var next = doubtful.stream().filter(attempt -> attempt.before().version() == from.version())
                .map(PendingChange::expected)
                .filter(after -> after.version() > from.version());
        var due = from.plan() != null && from.plan().isDue() ? Stream.of(from.runSchedule()) : Stream.<ArticleModel> empty();
        return Stream.concat(next, due).flatMap(after -> path(after, version, isSeen, doubtful).stream())
                .map(path -> Stream.concat(Stream.of(from), path.stream()).toList()).findFirst();
    }
}
