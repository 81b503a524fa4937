package org.depesche;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.depesche.testkit.Callers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;

/** Many requests at a time, with the key of an admin, and what was wrong with the answers. */
final class ParallelRequests {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int THREADS = 8;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ParallelRequests() {
    }

    /** One request. The target is a path with its query, encoded; the body may be empty. */
    record TestRequest(String method, String target, Map<String, String> headers, byte[] body) {

        static TestRequest get(String target) {
            return new TestRequest("GET", target, Map.of(), new byte[0]);
        }

        HttpResponse<String> send() {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                    .timeout(Duration.ofMinutes(2)).header("Authorization", "Bearer " + Callers.ADMIN_KEY)
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                return CLIENT.send(request.build(), TestRequest::body);
            } catch (IOException e) {
                throw new AssertionError(this + " was not answered", e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The whole body; of an event stream, which has no end, what comes within a moment. */
        private static BodySubscriber<String> body(ResponseInfo response) {
            var isEndless = response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return isEndless ? new FirstMoment() : BodySubscribers.ofString(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return method + " " + target + " " + headers;
        }
    }

    /** Takes what arrives within a moment, and closes the connection then. */
    private static final class FirstMoment implements BodySubscriber<String> {

        private static final long MILLIS = 300;

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final CompletableFuture<String> body = new CompletableFuture<>();

        @Override
        public CompletionStage<String> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
            CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
                subscription.cancel();
                onComplete();
            });
        }

        @Override
        public synchronized void onNext(List<ByteBuffer> pieces) {
            pieces.forEach(piece -> {
                var bytes = new byte[piece.remaining()];
                piece.get(bytes);
                received.writeBytes(bytes);
            });
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public synchronized void onComplete() {
            body.complete(received.toString(StandardCharsets.UTF_8));
        }
    }

    /** What the judge says of the answers, each with its request. */
    static List<String> failures(List<TestRequest> shots, Function<HttpResponse<String>, Optional<String>> judge) {
        return mapInParallel(shots, shot -> judge.apply(shot.send()).map(complaint -> complaint + " at " + shot)).stream()
                .flatMap(Optional::stream).toList();
    }

    static <T, R> List<R> mapInParallel(List<T> work, Function<T, R> worker) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var results = new ArrayList<R>();
            for (var result : threads.invokeAll(work.stream().map(item -> (Callable<R>) () -> worker.apply(item)).toList())) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The law: never a 5xx, and every refusal in a problem document. */
    static Optional<String> contractViolation(HttpResponse<String> answer) {
        if (isTooEarly(answer)) {
            return Optional.empty();
        }
        if (answer.statusCode() >= 500) {
            return Optional.of(answer.statusCode() + ": " + answer.body());
        }
        return answer.statusCode() < 400 || isProblem(answer) ? Optional.empty()
                : Optional.of(answer.statusCode() + " without a problem document: " + answer.body());
    }

    /** A client may ask for a position of the log that does not exist yet: the one 5xx that says the truth. */
    private static boolean isTooEarly(HttpResponse<String> answer) {
        return answer.statusCode() == 503 && isProblem(answer) && answer.headers().firstValue("Retry-After").isPresent()
                && answer.uri().getRawQuery() != null && answer.uri().getRawQuery().startsWith("minSequence=");
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var problem = json(answer.body());
        return type.startsWith("application/problem+json") && problem.path("type").asText().contains("/problems/")
                && problem.path("title").isTextual() && problem.path("status").asInt() == answer.statusCode();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
