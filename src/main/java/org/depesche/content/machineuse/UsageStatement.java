package org.depesche.content.machineuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Expresses a policy in German or English, with one sentence for each permission. It is for formats that have only a member
 * for text. Courts may require a reservation that people can read.
 */
public final class UsageStatement {

    private static final Words ENGLISH = new Words(List.of("Indexing for search", "Use as input of AI systems",
            "Training of AI models", "Text and data mining"), "%s: allowed.", "%s: only with a licence from the publisher%s.",
            "%s: not allowed; all rights are reserved (Article 4 of Directive (EU) 2019/790).");
    private static final Words GERMAN = new Words(List.of("Aufnahme in Suchmaschinen", "Verwendung als Eingabe von KI-Systemen",
            "Training von KI-Modellen", "Text und Data Mining"), "%s: erlaubt.", "%s: nur mit Lizenz des Verlags%s.",
            "%s: nicht erlaubt; alle Rechte bleiben vorbehalten (§ 44b Abs. 3 UrhG).");

    private UsageStatement() {
    }

    /**
     * Returns the sentences on one line. Empty if the policy states nothing.
     *
     * @param language a language tag (BCP 47); the text is German for {@code de} and its regions, and otherwise English
     */
    public static Optional<String> of(MachineUse policy, String language) {
        var words = language.split("-")[0].equals("de") ? GERMAN : ENGLISH;
        var sentences = new ArrayList<String>();
        for (var permission : UsePermission.values()) {
            var uses = words.uses(policy, said -> said == permission);
            if (!uses.isEmpty()) {
                sentences.add(words.sentence(permission, uses, policy));
            }
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private record Words(List<String> names, String allowed, String licence, String refused) {

        String uses(MachineUse policy, Predicate<@Nullable UsePermission> isWanted) {
            var said = new ArrayList<@Nullable UsePermission>();
            said.add(policy.search());
            said.add(policy.aiInput());
            said.add(policy.aiTrain());
            said.add(policy.textAndDataMining());
            var uses = new ArrayList<String>();
            for (var i = 0; i < said.size(); i++) {
                if (isWanted.test(said.get(i))) {
                    uses.add(names.get(i));
                }
            }
            return uses.stream().collect(Collectors.joining(", "));
        }

        String sentence(UsePermission permission, String uses, MachineUse policy) {
            return switch (permission) {
                case ALLOWED -> allowed.formatted(uses);
                case LICENCE ->
                    licence.formatted(uses, policy.licenceAddress().map(address -> " (" + address + ")").orElse(""));
                case REFUSED -> refused.formatted(uses);
            };
        }
    }
}
