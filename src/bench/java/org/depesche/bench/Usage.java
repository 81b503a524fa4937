package org.depesche.bench;

/**
 * What a service has used since it started. Processor time tells more than requests a second where others are at work on the
 * machine.
 *
 * @param statements sent to the database, transactions' ends and the like included
 * @param processor of the service, in microseconds
 * @param database of its database, likewise
 */
record Usage(double statements, double selects, double processor, double database) {

    static final Usage NONE = new Usage(0, 0, 0, 0);

    static Usage of(Service service) {
        var asked = service.database().asked();
        return new Usage(asked.all(), asked.selects(), service.server().processorTime().toNanos() / 1e3,
                service.server().childrensTime().toNanos() / 1e3);
    }

    Usage since(Usage before) {
        return new Usage(statements - before.statements, selects - before.selects, processor - before.processor,
                database - before.database);
    }

    Usage plus(Usage more) {
        return new Usage(statements + more.statements, selects + more.selects, processor + more.processor,
                database + more.database);
    }

    Usage each(long requests) {
        return new Usage(statements / requests, selects / requests, processor / requests, database / requests);
    }
}
