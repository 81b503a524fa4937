package org.depesche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long the packaged service takes from its start to the first good answer, in milliseconds.
 *
 * @param alone with the database of its own, which starts as well
 * @param foreign with a database that is up
 */
record StartUp(long alone, long foreign) {

    static StartUp of(Settings settings, Loading corpus) {
        var alone = new ArrayList<Long>();
        var foreign = new ArrayList<Long>();
        for (var left = settings.rounds(); left > 0; left--) {
            try (var first = Service.started(settings, corpus.data(), Map.of())) {
                alone.add(first.startUp().toMillis());
                try (var second = Service.started(settings, corpus.data(), first.database().asForeign())) {
                    foreign.add(second.startUp().toMillis());
                }
            }
        }
        return new StartUp(median(alone), median(foreign));
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
