package org.depesche.content.machineuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Expresses a policy in the usage vocabulary of RSL 1.0 (Really Simple Licensing, section 3.4.1), which has no term for mining
 * as such. A use that the policy does not state is in no list.
 *
 * @param permitted the uses that are free
 * @param prohibited the uses that are refused
 * @param licensed the uses that need a licence
 */
public record RslTerms(List<String> permitted, List<String> prohibited, List<String> licensed) {

    public RslTerms {
        permitted = List.copyOf(permitted);
        prohibited = List.copyOf(prohibited);
        licensed = List.copyOf(licensed);
    }

    /** Returns the terms of a policy. */
    public static RslTerms of(MachineUse policy) {
        return new RslTerms(uses(policy, UsePermission.ALLOWED), uses(policy, UsePermission.REFUSED),
                uses(policy, UsePermission.LICENCE));
    }

    private static List<String> uses(MachineUse policy, UsePermission wanted) {
        var said = new LinkedHashMap<String, @Nullable UsePermission>();
        said.put("search", policy.search());
        said.put("ai-input", policy.aiInput());
        said.put("ai-train", policy.aiTrain());
        var uses = new ArrayList<String>();
        said.entrySet().stream().filter(use -> use.getValue() == wanted).map(Map.Entry::getKey).forEach(uses::add);
        return uses;
    }

    /** Returns whether there are no terms. Then no licence may be written, because one without terms would grant all uses. */
    public boolean isEmpty() {
        return permitted.isEmpty() && prohibited.isEmpty() && licensed.isEmpty();
    }
}
