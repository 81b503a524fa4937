package org.depesche.bench;

/**
 * What a service has used since it started. Processor time tells more than requests a second where others are at work on the
 * machine.
 *
 * @param statements sent to the database, transactions' ends and the like included
 * @param processor of the service, in microseconds
 * @param database of its database, likewise
 */
record ResourceUsage(double statements, double selects, double serviceMicros, double databaseMicros) {

    static final ResourceUsage NONE = new ResourceUsage(0, 0, 0, 0);

    static ResourceUsage of(DepescheProcess service) {
        var asked = service.database().statementCounts();
        return new ResourceUsage(asked.all(), asked.selects(), service.server().processorTime().toNanos() / 1e3,
                service.server().childProcessorTime().toNanos() / 1e3);
    }

    ResourceUsage since(ResourceUsage before) {
        return new ResourceUsage(statements - before.statements, selects - before.selects, serviceMicros - before.serviceMicros,
                databaseMicros - before.databaseMicros);
    }

    ResourceUsage plus(ResourceUsage more) {
        return new ResourceUsage(statements + more.statements, selects + more.selects, serviceMicros + more.serviceMicros,
                databaseMicros + more.databaseMicros);
    }

    ResourceUsage perRequest(long requests) {
        return new ResourceUsage(statements / requests, selects / requests, serviceMicros / requests,
                databaseMicros / requests);
    }
}
