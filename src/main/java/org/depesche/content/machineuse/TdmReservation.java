package org.depesche.content.machineuse;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What TDMRep (W3C Community Group Final Report, 10 May 2024) says of a policy. The standard knows one reservation of all
 * mining, so that a reservation of a part of it, as training or grounding is, reserves it as a whole: whoever reads nothing
 * else must not take more than the publisher gives.
 *
 * @param isReserved the property {@code tdm-reservation}: 1 or 0
 * @param offersLicence whether a policy tells how to get a licence, for the property {@code tdm-policy}
 */
public record TdmReservation(boolean isReserved, boolean offersLicence) {

    /** Empty where nothing is said of mining. */
    public static Optional<TdmReservation> of(MachineUse policy) {
        var stated = Stream.of(policy.textAndDataMining(), policy.aiTrain(), policy.aiInput()).filter(Objects::nonNull)
                .toList();
        if (stated.stream().anyMatch(UsePermission::isReservation)) {
            return Optional.of(new TdmReservation(true, stated.contains(UsePermission.LICENCE)));
        }
        return policy.textAndDataMining() == null ? Optional.empty() : Optional.of(new TdmReservation(false, false));
    }

    /** The value of {@code tdm-reservation}. */
    public int value() {
        return isReserved ? 1 : 0;
    }
}
