package org.depesche.lifecycle;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scenes with a reckoning after each; of one that goes wrong a smaller one is looked for that goes wrong, too. */
final class ShrinkingRunner {

    /** How often less is tried. */
    private static final int ATTEMPTS = 12;

    private final URI service;
    private final int editors;
    /** How often a change was answered with which status. */
    private final Map<Integer, Integer> answers = new TreeMap<>();

    ShrinkingRunner(URI service, int people) {
        this.service = service;
        this.editors = people;
    }

    Map<Integer, Integer> answers() {
        return answers;
    }

    void run(long seed, int scenes, int steps) {
        for (var scene = 0; scene < scenes; scene++) {
            var all = EditorialAction.randomActions(seed + scene, steps);
            tryRun(all).ifPresent(failure -> {
                throw new AssertionError("seed=" + seed + ", " + shrink(new FailedRun(all, failure)), failure);
            });
        }
    }

    private Optional<AssertionError> tryRun(List<EditorialAction> steps) {
        var since = ConcurrentRun.logPosition(service);
        var desk = new SimulatedNewsroom(service, "s" + Long.toString(System.nanoTime(), 36));
        try {
            new ConcurrentRun(desk, editors).run(steps);
            new ConsistencyCheck(desk, false).verify(since);
            desk.answers.forEach((status, count) -> answers.merge(status, count, Integer::sum));
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    private record FailedRun(List<EditorialAction> steps, AssertionError what) {

        @Override
        public String toString() {
            return steps.size() + " steps: " + (steps.size() > 30 ? "" : steps) + "\n" + what.getMessage();
        }
    }

    /** One half or the other, as long as one of them goes wrong as well. */
    private FailedRun shrink(FailedRun first) {
        var smallest = first;
        for (var attempt = 0; attempt < ATTEMPTS && smallest.steps().size() > 1; attempt++) {
            var half = smallest.steps().size() / 2;
            var less = attempt % 2 == 0 ? smallest.steps().subList(0, half)
                    : smallest.steps().subList(half, smallest.steps().size());
            var found = tryRun(less);
            if (found.isPresent()) {
                smallest = new FailedRun(less, found.get());
            }
        }
        return smallest;
    }
}
