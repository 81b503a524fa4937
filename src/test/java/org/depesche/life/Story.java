package org.depesche.life;

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
 * One article and every state that somebody was told of. Each change names the version it is made of, so the versions are the
 * order in which things happened, whoever did them; two changes of one version are a lost one.
 */
final class Story {

    final UUID id;
    /** Whoever changes the article without naming a version, as an import does, wants it alone. */
    final ReadWriteLock alone = new ReentrantReadWriteLock();

    private final TreeMap<Long, State> states = new TreeMap<>();
    private final List<Attempt> open = new ArrayList<>();

    Story(UUID id, State first) {
        this.id = id;
        states.put(first.version(), first);
    }

    /** A change under way, or one whose answer never came. */
    record Attempt(State before, State expected) {
    }

    synchronized State latest() {
        return states.lastEntry().getValue();
    }

    synchronized State at(long version) {
        return states.get(version);
    }

    /** From that version on. */
    synchronized List<State> since(long version) {
        return List.copyOf(states.tailMap(version, true).values());
    }

    synchronized Attempt begin(State before, State expected) {
        var attempt = new Attempt(before, expected);
        open.add(attempt);
        return attempt;
    }

    synchronized void refused(Attempt attempt) {
        forget(attempt);
    }

    synchronized void done(Attempt attempt) {
        var after = attempt.expected();
        if (after.version() != attempt.before().version() && states.putIfAbsent(after.version(), after) != null) {
            throw new AssertionError("Two changes of one version were acknowledged: " + attempt + " and "
                    + states.get(after.version()));
        }
        forget(attempt);
    }

    private void forget(Attempt attempt) {
        open.removeIf(other -> other == attempt);
    }

    /**
     * The service is known to be at that version. What nobody was told of was done by the schedule, unless somebody still waits
     * for the answer.
     *
     * @return whether that version is known now
     */
    synchronized boolean learn(long version) {
        while (latest().version() < version) {
            var last = latest();
            if (open.stream().anyMatch(attempt -> attempt.before().version() == last.version())) {
                return false;
            }
            if (last.plan() == null || !last.plan().isDue()) {
                throw new AssertionError("Nobody made version " + version + " of " + id + " out of " + last);
            }
            var due = last.due();
            states.put(due.version(), due);
        }
        if (!states.containsKey(version)) {
            throw new AssertionError("There should be no version " + version + " of " + id + ", but " + states.keySet());
        }
        return true;
    }

    /** After a crash: each change that was never answered has happened wholly or not at all, or the schedule was faster. */
    synchronized void settle(long version, Predicate<State> isSeen) {
        var doubtful = List.copyOf(open);
        open.clear();
        var path = path(latest(), version, isSeen, doubtful)
                .orElseThrow(
                        () -> new AssertionError("Version " + version + " of " + id + " is nothing that could have become of "
                                + latest() + " by " + doubtful));
        path.forEach(state -> states.put(state.version(), state));
    }

    synchronized void settleDeleted() {
        if (!latest().is("deleted")) {
            var deletion = open.stream().filter(attempt -> attempt.expected().is("deleted")).findFirst()
                    .orElseThrow(() -> new AssertionError("Nobody deleted " + id + ", which was " + latest()));
            states.put(deletion.expected().version(), deletion.expected());
        }
        open.clear();
    }

    private static Optional<List<State>> path(State from, long version, Predicate<State> isSeen, List<Attempt> doubtful) {
        if (from.version() >= version) {
            return from.version() == version && isSeen.test(from) ? Optional.of(List.of(from)) : Optional.empty();
        }
        var next = doubtful.stream().filter(attempt -> attempt.before().version() == from.version()).map(Attempt::expected)
                .filter(after -> after.version() > from.version());
        var due = from.plan() != null && from.plan().isDue() ? Stream.of(from.due()) : Stream.<State> empty();
        return Stream.concat(next, due).flatMap(after -> path(after, version, isSeen, doubtful).stream())
                .map(path -> Stream.concat(Stream.of(from), path.stream()).toList()).findFirst();
    }
}
