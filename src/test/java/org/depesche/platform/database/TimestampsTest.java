package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TimeZone;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** The machine's time zone is Berlin's. Instants are in the hour that the zone skips and in the hour that it repeats. */
@QuarkusTest
class TimestampsTest {

    @Inject
    Jdbi jdbi;

    @Inject
    EntityManager entities;

    private TimeZone zone;

    @BeforeEach
    void setBerlinTimeZone() {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(zone);
        jdbi.useHandle(handle -> handle.execute("delete from tag where slug like 'zeit-%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-03-29T02:30:00.000001Z", "2026-03-29T01:30:00Z", "2026-10-25T00:30:00.999999Z",
            "2026-10-25T01:30:00Z", "1893-03-31T23:55:00Z", "1900-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z" })
    void aMomentComesBackAsItWentIn(String text) {
        var moment = Instant.parse(text);
        var id = Uuid7.next();

        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into tag (id, slug, name, name_hash, created_at, updated_at)
                values (:id, :slug, 'Zeit', :id, :moment, :moment)""")
                .bind("id", id).bind("slug", "zeit-" + id).bind("moment", moment).execute());

        assertThat(stored(id, "date_format(created_at, '%Y-%m-%dT%H:%i:%s.%fZ')", String.class))
                .satisfies(written -> assertThat(Instant.parse(written)).isEqualTo(moment));
        assertThat(stored(id, "created_at", Instant.class)).isEqualTo(moment);
        assertThat(byHand(id)).isEqualTo(moment);
        assertThat(entities.createQuery("select tag.createdAt from TagEntity tag where tag.id = :id", Instant.class)
                .setParameter("id", id).getSingleResult()).isEqualTo(moment);
    }

    private <T> T stored(Object id, String column, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + column + " from tag where id = :id").bind("id", id)
                .mapTo(type).one());
    }

    private Instant byHand(Object id) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at from tag where id = :id").bind("id", id)
                .map((row, context) -> Timestamps.at(row, "created_at")).one());
    }
}
