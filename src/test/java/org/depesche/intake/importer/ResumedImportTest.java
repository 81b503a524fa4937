package org.depesche.intake.importer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.FinishedImport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

@QuarkusTest
class ResumedImportTest {

    private static final byte[] OTHER_NODE = Uuid7.bytes(Uuid7.next());

    @Inject
    Jdbi jdbi;

    @Inject
    Sites sites;

    @Inject
    Imports imports;

    private String own;

    @BeforeEach
    void makeACategory() {
        own = "resumed-" + Long.toString(System.nanoTime(), 36);
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", own, "name", own))
                .post("/v1/editorial/categories").then().statusCode(201);
    }

    @AfterEach
    void releaseTheLease() {
        jdbi.useHandle(handle -> handle.execute("delete from lease where holder = ?", OTHER_NODE));
    }

    @Test
    void anImportOfAnotherNodeContinuesWhenItsLeaseExpires() {
        heldByAnotherNode(Duration.ofSeconds(2));
        var since = System.nanoTime();

        var ended = ImportRequest.sendAndAwait(ImportRequest.of(record(1), record(2)));

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(ended.count("created")).isEqualTo(2);
    }

    @Test
    void anImportContinuesWhereItsNodeFailedWithoutLossOrRepeat() {
        heldByAnotherNode(Duration.ofMinutes(10));
        var lines = String.join("\n", record(1), record(2), record(3), record(4), record(5));
        var id = imports.submit(new ByteArrayInputStream(lines.getBytes(UTF_8)),
                new ImportOptions(sites.defaultSite().id(), false, false, "test"));
        // as another node left the import: two records are imported one by one
        jdbi.useHandle(
                handle -> handle.execute("update import_run set done_line = 2, read_count = 2, created_count = 2 where id = ?",
                        Uuid7.bytes(id)));

        releaseTheLease();
        var ended = FinishedImport.await(id.toString());

        assertThat(ended.count("read")).isEqualTo(5);
        assertThat(ended.count("created")).isEqualTo(5);
        assertThat(given().queryParam("category", own).get("/v1/articles").then().extract().jsonPath().getList("items"))
                .hasSize(3);
        assertThat(parts(id)).isZero();
    }

    @Test
    void anUploadOfAFailedNodeIsGivenUp() {
        var id = Uuid7.next();
        var longAgo = Instant.now().minus(Duration.ofHours(1));
        var site = Uuid7.bytes(sites.defaultSite().id());
        jdbi.useHandle(handle -> handle.execute("""
                insert into import_run (id, state, site_id, as_draft, make_categories, submitted_by, submitted_at, touched_at)
                values (?, 'receiving', ?, false, false, 'test', ?, ?)""", Uuid7.bytes(id), site, longAgo, longAgo));

        var ended = FinishedImport.await(id.toString());

        assertThat(ended.state()).isEqualTo("failed");
        assertThat(ended.view().getString("reason")).contains("broke off");
    }

    @Test
    void aDisconnectedClientLeavesNothingBehind() throws IOException {
        var before = Instant.now();
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST " + ImportRequest.PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + Callers.ADMIN_KEY + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
                            + record(1) + "\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            Awaitility.await().until(() -> latest("receiving", before) == 1);
        }

        Awaitility.await().until(() -> latest("failed", before) == 1);
        given().get("/v1/articles/" + own + "-1").then().statusCode(404);
    }

    private int latest(String state, Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from import_run where state = ? and submitted_at >= ?")
                        .bind(0, state).bind(1, since).mapTo(Integer.class).one());
    }

    private int parts(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from import_chunk where import_id = ?")
                .bind(0, Uuid7.bytes(id)).mapTo(Integer.class).one());
    }

    private void heldByAnotherNode(Duration duration) {
        jdbi.useHandle(handle -> handle.execute("""
                replace into lease (name, holder, held_until) values ('imports', ?, utc_timestamp(6) + interval ? second)""",
                OTHER_NODE, duration.toSeconds()));
    }

    private String record(int number) {
        return "{\"slug\": \"%1$s-%2$d\", \"headline\": \"Meldung %2$d\", \"category\": \"%1$s\"}".formatted(own, number);
    }
}
