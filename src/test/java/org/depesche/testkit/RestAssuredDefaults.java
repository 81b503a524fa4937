package org.depesche.testkit;

import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.config.RestAssuredConfig;

/**
 * What REST Assured does once here, and by default for each request: it reads the version of its HTTP client from the jar, and
 * makes an object mapper. It indents each response for the message of a failure, and here it copies the response as it is.
 * Together these took a tenth of the processor time of a test run.
 */
public final class RestAssuredDefaults implements QuarkusTestBeforeEachCallback {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
    private static final HttpClientConfig CLIENTS = HttpClientConfig.httpClientConfig().httpClientFactory(Client::new);
    private static final ObjectMapperConfig MAPPERS = ObjectMapperConfig.objectMapperConfig()
            .jackson2ObjectMapperFactory((type, charset) -> MAPPER);
    private static final LogConfig LOGS = LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails()
            .enablePrettyPrinting(false);

    /** After Quarkus has set its own. */
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.config = lean(RestAssured.config()).logConfig(LOGS);
    }

    static RestAssuredConfig lean(RestAssuredConfig config) {
        return config.httpClient(CLIENTS).objectMapperConfig(MAPPERS);
    }

    /** REST Assured takes no other kind of client. */
    @SuppressWarnings("deprecation")
    private static final class Client extends DefaultHttpClient {

        private static final HttpParams PARAMETERS = new DefaultHttpClient().getParams();

        @Override
        protected HttpParams createHttpParams() {
            return PARAMETERS.copy();
        }
    }
}
