package org.depesche.content.image.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.image.ImageUsesBesideArticles;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.FakeArticleCounts;
import org.depesche.testkit.UniqueNames;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** One default portrait that many authors have, of whom the public sees few. */
@QuarkusTest
class PublicImageLookupTest {

    private static final int AUTHORS = ImageUsesBesideArticles.MAX_USERS + 20;

    @Inject
    PublicImageLookup lookup;
    @Inject
    FakeArticleCounts counts;
    @Inject
    Sites sites;
    @Inject
    Transactions transactions;
    @Inject
    Jdbi jdbi;

    @Test
    void anImageIsPublicByAnyOfItsManyUsers() {
        var image = image();
        var authors = authorsWith(image);

        assertThat(transactions.call(() -> lookup.isPublic(image))).isFalse();
        given().get("/v1/images/" + image).then().statusCode(404);
        transactions.run(() -> counts.author(authors.get(AUTHORS - 1), 1));

        assertThat(transactions.call(() -> lookup.isPublic(image))).isTrue();
        assertThat(transactions.call(() -> lookup.sitesShowing(Set.of(image))))
                .isEqualTo(Map.of(image, List.of(sites.defaultSite().slug())));
        given().get("/v1/images/" + image).then().statusCode(200);
    }

    @Test
    void theNumberOfUsersChangesNoStatement() {
        var image = image();
        var authors = authorsWith(image);
        transactions.run(() -> counts.author(authors.get(0), 1));
        var counter = new ValueCounter();
        var before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(counter);
        try {
            assertThat(transactions.call(() -> lookup.sitesShowing(Set.of(image)))).containsKey(image);
        } finally {
            jdbi.setSqlLogger(before);
        }

        assertThat(counter.statements).isPositive();
        assertThat(counter.mostValues).isLessThanOrEqualTo(3);
    }

    /** The most values that a statement of this thread had. */
    private static final class ValueCounter implements SqlLogger {

        private final Thread thread = Thread.currentThread();
        private int statements;
        private int mostValues;

        @Override
        public void logAfterExecution(StatementContext context) {
            if (Thread.currentThread().equals(thread)) {
                statements++;
                mostValues = Math.max(mostValues, context.getParsedSql().getParameters().getParameterCount());
            }
        }
    }

    private static UUID image() {
        return Uuid7.parse(Callers.as("admin").contentType("application/json")
                .body(Map.of("src", "https://img.example/" + UniqueNames.of("portrait") + ".jpg", "alt", "A portrait"))
                .post("/v1/editorial/images").then().statusCode(201).extract().<String> path("id")).orElseThrow();
    }

    /** In the order of their ids. */
    private List<UUID> authorsWith(UUID image) {
        var ids = new ArrayList<UUID>();
        transactions.run(() -> jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("insert into author (id, slug, name, name_hash, created_at, updated_at, image_id)"
                    + " values (:id, :slug, :slug, :id, now(), now(), :image)");
            for (var i = 0; i < AUTHORS; i++) {
                var id = new UUID(image.getMostSignificantBits(), 0x8000_0000_0000_0000L + i);
                ids.add(id);
                batch.bind("id", id).bind("slug", UniqueNames.of("author")).bind("image", image).add();
            }
            batch.execute();
        }));
        return ids;
    }
}
