package org.depesche.platform.lease;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** The table {@code lease}. All times are those of the database, so the clocks of the nodes may differ. */
@ApplicationScoped
class LeaseRepository {

    /** MariaDB assigns from left to right: the first assignment reads the stored row, the second reads the new holder. */
    private static final String ACQUIRE = """
            insert into lease (name, holder, held_until)
            values (:name, :holder, utc_timestamp(6) + interval :microseconds microsecond)
            on duplicate key update
              holder = if(held_until <= utc_timestamp(6), values(holder), holder),
              held_until = if(holder = values(holder), values(held_until), held_until)""";

    private final Jdbi jdbi;

    LeaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns whether the holder has the lease afterwards. */
    boolean acquire(String name, UUID holder, Duration duration) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(ACQUIRE).bind("name", name).bind("holder", holder)
                    .bind("microseconds", duration.toNanos() / 1_000).execute();
            return handle.createQuery("select holder = :holder from lease where name = :name")
                    .bind("name", name).bind("holder", holder).mapTo(Boolean.class).one();
        });
    }

    void release(String name, UUID holder) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from lease where name = :name and holder = :holder")
                .bind("name", name).bind("holder", holder).execute());
    }
}
