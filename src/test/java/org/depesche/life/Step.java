package org.depesche.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Something that somebody does: what, and the chance by which the rest is decided. */
record Step(Kind kind, long chance) {

    /** Beside each how often, among a hundred or so. */
    enum Kind {
        CREATE(5),
        PATCH(14),
        PUT(6),
        AUTOSAVE(10),
        SAVE_THE_SAME(4),
        RENAME(5),
        TAKE_A_TAKEN_SLUG(1),
        PUBLISH(14),
        PUBLISH_AS_MINOR(5),
        CORRECT(5),
        PLAN_TO_PUBLISH(7),
        PLAN_TO_UNPUBLISH(5),
        CANCEL(4),
        UNPUBLISH(9),
        WITHDRAW(5),
        RESTORE(6),
        PICK(5),
        DELETE(3),
        IMPORT(4),
        COME_LATE(2),
        FORGET_THE_VERSION(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static List<Step> some(long seed, int count) {
        var urn = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            for (var i = 0; i < kind.weight; i++) {
                urn.add(kind);
            }
        }
        var random = new Random(seed);
        return random.ints(count, 0, urn.size()).mapToObj(at -> new Step(urn.get(at), random.nextLong())).toList();
    }
}
