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
record Result(String name, double perSecond, double fixed, ConstantRate.Latencies latencies, double alone, long errors,
        Usage used, long memory) {

    double ratio() {
        return perSecond / fixed;
    }
}
