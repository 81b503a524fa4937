package org.depesche.bench;

/**
 * A measured row.
 *
 * @param perSecond the median of the rounds
 * @param fixed the static server's in the same rounds
 * @param alone the median time of an answer that nobody else disturbs, in microseconds
 * @param used by one request
 * @param memory of the service afterwards, in MiB
 */
record CaseResult(String name, double perSecond, double staticPerSecond, ConstantRateLoad.Latencies latencies,
        double singleClientMedian, long errors,
        ResourceUsage usage, long memory) {

    double ratio() {
        return perSecond / staticPerSecond;
    }
}
