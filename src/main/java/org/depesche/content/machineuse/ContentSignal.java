package org.depesche.content.machineuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Expresses a policy as {@code Content-Signal} (contentsignals.org, draft-romm-aipref-contentsignals): a use is {@code yes},
 * {@code no}, or absent, which neither grants nor restricts it. A use that needs a licence is {@code no}.
 */
public final class ContentSignal {

    /** The name of the header and of the line of robots.txt. */
    public static final String NAME = "Content-Signal";

    private ContentSignal() {
    }

    /** Returns the value, such as {@code search=yes, ai-train=no}. Empty if the policy states none of the three uses. */
    public static Optional<String> of(MachineUse policy) {
        var signals = new ArrayList<String>();
        add(signals, "search", policy.search());
        add(signals, "ai-input", policy.aiInput());
        add(signals, "ai-train", policy.aiTrain());
        return signals.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", signals));
    }

    private static void add(List<String> signals, String name, @Nullable UsePermission permission) {
        if (permission != null) {
            signals.add(name + "=" + (permission.isReservation() ? "no" : "yes"));
        }
    }
}
