package org.depesche.content.machineuse;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Expresses a policy in the terms of TDMRep (W3C Community Group Final Report, 10 May 2024). The standard has one reservation
 * for all mining. A reservation of training or grounding alone therefore reserves all mining: a machine that reads only this
 * property must not do more than the publisher permits.
 *
 * @param isReserved the property {@code tdm-reservation}: 1 or 0
 * @param offersLicence whether there is a policy for the property {@code tdm-policy}, which names the terms of a licence
 */
public record TdmReservation(boolean isReserved, boolean offersLicence) {

    /** Returns the reservation. Empty if the policy does not state mining. */
    public static Optional<TdmReservation> of(MachineUse policy) {
        var stated = Stream.of(policy.textAndDataMining(), policy.aiTrain(), policy.aiInput()).filter(Objects::nonNull)
                .toList();
        if (stated.stream().anyMatch(UsePermission::isReservation)) {
            return Optional.of(new TdmReservation(true, stated.contains(UsePermission.LICENCE)));
        }
        return policy.textAndDataMining() == null ? Optional.empty() : Optional.of(new TdmReservation(false, false));
    }

    /** Returns the value of {@code tdm-reservation}. */
    public int value() {
        return isReserved ? 1 : 0;
    }
}
