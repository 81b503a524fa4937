package org.depesche.content.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class CategoryMoveHandlerTest {

    @Inject
    PublicationFixture newsroom;

    @Inject
    Transactions transactions;

    @Inject
    Jdbi jdbi;

    @Test
    void anArticlePublishedDuringAMoveOfItsCategoryIsListedBelowTheNewParent() throws Exception {
        var former = newsroom.createCategory("frueher");
        var present = newsroom.createCategory("jetzt");
        var moving = newsroom.createCategory("zieht-um", former);
        var article = newsroom.newArticle(moving, "Mitten im Umzug");
        var hasMoved = new AtomicBoolean();

        transactions.run(() -> {
            jdbi.useHandle(handle -> handle.createQuery("select count(*) from category").mapTo(Long.class).one());
            if (!hasMoved.getAndSet(true)) {
                elsewhere(() -> move(moving, present));
            }
            article.publishInTransaction();
        });

        given().get("/v1/articles?category=" + present.slug()).then().body("items.id",
                equalTo(List.of(article.id().toString())));
        given().get("/v1/articles?category=" + former.slug()).then().statusCode(200).body("items", hasSize(0));
    }

    private static void move(TestCategory section, TestCategory parent) {
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", "*").body(Map.of("parent", parent.slug()))
                .patch("/v1/editorial/categories/" + section.slug()).then().statusCode(200);
    }

    private static void elsewhere(Runnable step) {
        var thread = new Thread(step);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
