package org.depesche.bench;

import java.util.ArrayList;
import java.util.List;

/** Drives one service beside one static server, in turn, as the machine is not as fast in every second. */
record Measurement(BenchSettings settings, DepescheProcess service, StaticServer files) {

    /** Two successive slices that differ by less are steady: the compiler has nothing left that would show. */
    private static final double STEADY = 0.03;
    private static final int MAX_WARM_UP_SLICES = 24;
    /** Of what the service can answer at most: beyond, a queue is measured and not the service. */
    private static final double SHARE = 0.7;

    void warmUp(List<Cases.Case> cases) {
        var everything = cases.stream().flatMap(one -> one.requests().stream()).toList();
        new Wrk(settings).run(service.http().port(), everything, Wrk.CONNECTIONS, settings.warmUpSeconds());
        // the tool as well: it is of Java, too
        ConstantRateLoad.run(files.http().port(), List.of(BenchRequest.unconditional("/ready")), settings.maxRate(),
                settings.warmUpSeconds());
    }

    CaseResult of(String name, List<BenchRequest> requests) {
        var twins = files.mirror(service.http(), requests);
        var wrk = new Wrk(settings);
        var port = service.http().port();
        var isSteady = warmUpUntilSteady(wrk, requests);
        var own = new ArrayList<Wrk.Load>();
        var fixed = new ArrayList<Wrk.Load>();
        var used = ResourceUsage.NONE;
        for (var round = 0; round < settings.rounds(); round++) {
            var before = ResourceUsage.of(service);
            own.add(wrk.run(port, requests, Wrk.CONNECTIONS, settings.seconds()));
            used = used.plus(ResourceUsage.of(service).since(before));
            fixed.add(wrk.run(files.http().port(), twins, Wrk.CONNECTIONS, settings.seconds()));
        }
        var perSecond = median(own);
        var rate = (int) Math.max(1, Math.min(settings.maxRate(), SHARE * perSecond));
        var latencies = ConstantRateLoad.run(port, requests, rate, 2 * settings.seconds());
        var alone = wrk.run(port, requests, 1, Math.max(1, settings.seconds() / 2)).median();
        var answered = own.stream().mapToLong(Wrk.Load::requests).sum();
        var errors = own.stream().mapToLong(Wrk.Load::errors).sum() + latencies.errors();
        return new CaseResult(isSteady ? name : name + " (not steady)", perSecond, median(fixed), latencies, alone, errors,
                used.perRequest(answered),
                service.server().residentMemory());
    }

    /** Compares processor time, which other work on the machine changes least. Returns whether it became steady. */
    private boolean warmUpUntilSteady(Wrk wrk, List<BenchRequest> requests) {
        var last = Double.MAX_VALUE;
        for (var slice = 0; slice < (settings.quick() ? 1 : MAX_WARM_UP_SLICES); slice++) {
            var before = ResourceUsage.of(service);
            var load = wrk.run(service.http().port(), requests, Wrk.CONNECTIONS, settings.seconds());
            var used = ResourceUsage.of(service).since(before).perRequest(load.requests()).serviceMicros();
            if (Math.abs(used - last) < STEADY * used) {
                return true;
            }
            last = used;
        }
        return settings.quick();
    }

    private static double median(List<Wrk.Load> loads) {
        return loads.stream().mapToDouble(Wrk.Load::perSecond).sorted().skip(loads.size() / 2).findFirst().orElseThrow();
    }
}
