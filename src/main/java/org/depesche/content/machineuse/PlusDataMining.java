package org.depesche.content.machineuse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Expresses a policy in the vocabulary of the property {@code plus:DataMining} (PLUS License Data Format, IPTC Photo Metadata
 * 2023.1). A file may have this property, too; then the stricter term applies.
 */
public final class PlusDataMining {

    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";
    private static final String ALLOWED = "DMI-ALLOWED";
    private static final String NO_TRAINING = "DMI-PROHIBITED-AIMLTRAINING";
    private static final String SEE_CONSTRAINT = "DMI-PROHIBITED-SEECONSTRAINT";
    private static final String SEARCH_ALONE = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING";
    private static final String PROHIBITED = "DMI-PROHIBITED";
    /** The terms from the mildest to the strictest. Those that refer to another statement are in between. */
    private static final List<String> BY_STRICTNESS = List.of("DMI-UNSPECIFIED", ALLOWED, "DMI-PROHIBITED-GENAIMLTRAINING",
            NO_TRAINING, SEE_CONSTRAINT, "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR",
            SEARCH_ALONE, PROHIBITED);

    private PlusDataMining() {
    }

    /** Returns the term as a URI. Empty if the vocabulary has no term for what the policy states. */
    public static Optional<String> of(MachineUse policy) {
        return term(policy).map(VOCABULARY::concat);
    }

    private static Optional<String> term(MachineUse policy) {
        if (policy.textAndDataMining() == UsePermission.REFUSED) {
            return Optional.of(policy.search() == UsePermission.ALLOWED ? SEARCH_ALONE : PROHIBITED);
        }
        var reservation = TdmReservation.of(policy);
        if (reservation.filter(TdmReservation::isReserved).isEmpty()) {
            return reservation.map(none -> ALLOWED);
        }
        var isOnlyTraining = policy.aiTrain() == UsePermission.REFUSED && !reservation.get().offersLicence()
                && (policy.aiInput() == null || policy.aiInput() == UsePermission.ALLOWED);
        return Optional.of(isOnlyTraining ? NO_TRAINING : SEE_CONSTRAINT);
    }

    /** Returns whether the term refers to {@code plus:OtherConstraints}. */
    public static boolean needsConstraint(@Nullable String term) {
        return term != null && name(term).equals(SEE_CONSTRAINT);
    }

    /** Returns the stricter one of the term of a file and that of a policy. An unknown term is stricter than most. */
    public static Optional<String> stricter(@Nullable String ofFile, Optional<String> ofPolicy) {
        if (ofFile == null || ofPolicy.isEmpty()) {
            return Optional.ofNullable(ofFile).or(() -> ofPolicy);
        }
        return strictness(ofPolicy.get()) > strictness(ofFile) ? ofPolicy : Optional.of(ofFile);
    }

    private static int strictness(String term) {
        var known = BY_STRICTNESS.indexOf(name(term));
        return known < 0 ? BY_STRICTNESS.indexOf(SEARCH_ALONE) : known;
    }

    private static String name(String term) {
        return term.strip().substring(term.strip().lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    }
}
