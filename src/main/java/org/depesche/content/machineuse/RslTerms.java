package org.depesche.content.machineuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What RSL 1.0 (Really Simple Licensing) says of a policy, in the words of its usage vocabulary (section 3.4.1). It has none
 * for mining as such. A use of which nothing is said stands in no list.
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

    /** Whether there is anything to write: a licence without terms would grant everything. */
    public boolean isEmpty() {
        return permitted.isEmpty() && prohibited.isEmpty() && licensed.isEmpty();
    }
}
