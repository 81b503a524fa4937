package org.depesche.delivery.purge;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads how far the configured networks have confirmed purges. Changes beyond that are announced to nobody. */
@ApplicationScoped
public class PurgeProgress {

    private final PurgeConfig config;
    private final PurgePositionRepository positions;

    PurgeProgress(PurgeConfig config, PurgePositionRepository positions) {
        this.config = config;
        this.positions = positions;
    }

    /**
     * The last sequence up to which every configured network has answered.
     * @param end the end of the log, which is the answer without any network
     */
    public long confirmed(long end) {
        return config.endpoints().keySet().stream().mapToLong(name -> positions.findOrStart(name, end)).min().orElse(end);
    }
}
