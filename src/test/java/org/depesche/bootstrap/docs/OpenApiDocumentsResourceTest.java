package org.depesche.bootstrap.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.depesche.platform.http.response.ContentEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiDocumentsResourceTest {

    @Inject
    OpenApiDocuments documents;

    @ParameterizedTest
    @ValueSource(strings = { "/q/openapi", "/q/openapi.json", "/q/openapi/delivery.yaml", "/q/openapi/delivery-jvm.json" })
    void aDocumentIsCompressedRevalidatedAndReadableFromEveryOrigin(String path) {
        var answer = given().header("Accept-Encoding", "gzip").header("Origin", "https://app.example").get(path).then()
                .statusCode(200).header("Content-Encoding", "gzip").header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", startsWith("public, max-age=")).extract();

        given().header("Accept-Encoding", "gzip").header("If-None-Match", answer.header("ETag")).get(path).then()
                .statusCode(304).header("Access-Control-Allow-Origin", "*");
    }

    @ParameterizedTest
    @CsvSource({ "/q/openapi,*/*,application/yaml", "/q/openapi,application/json,application/json",
            "/q/openapi?format=json,application/yaml,application/json", "/q/openapi.yml,*/*,application/yaml",
            "/q/openapi/delivery.json,*/*,application/json" })
    void theSyntaxFollowsTheExtensionTheParameterOrAccept(String path, String accept, String type) {
        given().accept(accept).get(path).then().statusCode(200).contentType(startsWith(type))
                .body(type.endsWith("json") ? startsWith("{") : containsString("openapi: 3.1.0"));
    }

    @ParameterizedTest
    @CsvSource({ "/q/openapi/jvm.yaml,openapi/openapi-jvm.yaml", "/q/openapi/delivery.yaml,openapi/delivery.yaml",
            "/q/openapi/delivery-jvm.yaml,openapi/delivery-jvm.yaml" })
    void aDerivedDocumentIsThatOfTheBuild(String path, String file) throws Exception {
        assertThat(given().get(path).asString()).isEqualTo(Files.readString(Path.of(file)));
    }

    @Test
    void aDocumentIsCompressedOnce() {
        given().header("Accept-Encoding", "gzip").get("/q/openapi/jvm.yaml").then().statusCode(200);

        assertThat(documents.read(OpenApiDocuments.Document.JVM, OpenApiDocuments.Format.YAML).codings())
                .containsKey(ContentEncoding.GZIP);
    }

    @Test
    void anotherFormatIsRefused() {
        given().get("/q/openapi?format=xml").then().statusCode(400).body("errors[0].parameter", equalTo("format"));
    }

    @Test
    void requiredParametersComeFirst() {
        var search = given().get("/q/openapi.json").jsonPath().getList("paths.'/v1/search'.get.parameters.name");

        assertThat(search.get(0)).isEqualTo("q");
        given().get("/q/openapi/delivery.json").then().body(not(containsString("\"/v1/editorial/")));
    }
}
