package org.depesche.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Something that somebody does: what, and the chance by which the rest is decided. */
record EditorialAction(ActionType type, long seed) {

    /** Beside each how often, among a hundred or so. */
    enum ActionType {
        CREATE(5),
        PATCH(14),
        PUT(6),
        AUTOSAVE(10),
        SAVE_UNCHANGED(4),
        RENAME(5),
        USE_TAKEN_SLUG(1),
        PUBLISH(14),
        PUBLISH_AS_MINOR(5),
        CORRECT(5),
        SCHEDULE_PUBLISH(7),
        SCHEDULE_UNPUBLISH(5),
        CANCEL_SCHEDULE(4),
        UNPUBLISH(9),
        WITHDRAW(5),
        RESTORE(6),
        PICK(5),
        DELETE(3),
        IMPORT(4),
        SEND_STALE_VERSION(2),
        OMIT_VERSION(1);

        private final int weight;

        ActionType(int weight) {
            this.weight = weight;
        }
    }

    static List<EditorialAction> randomActions(long seed, int count) {
        var urn = new ArrayList<ActionType>();
        for (var kind : ActionType.values()) {
            for (var i = 0; i < kind.weight; i++) {
                urn.add(kind);
            }
        }
        var random = new Random(seed);
        return random.ints(count, 0, urn.size()).mapToObj(at -> new EditorialAction(urn.get(at), random.nextLong())).toList();
    }
}
