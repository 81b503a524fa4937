package org.depesche.delivery.purge;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells how far the configured networks have confirmed purges. Changes are announced to others only after that. */
@ApplicationScoped
public class PurgeProgress {

    private final PurgeConfig config;
    private final PurgePositionRepository positions;

    PurgeProgress(PurgeConfig config, PurgePositionRepository positions) {
        this.config = config;
        this.positions = positions;
    }

    /**
     * The last sequence up to which every configured network has confirmed its purges.
     * @param end the end of the log, which is returned when no network is configured
     */
    public long confirmed(long end) {
        return config.endpoints().keySet().stream().mapToLong(name -> positions.findOrStart(name, end)).min().orElse(end);
    }
}
