package org.depesche.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads articles at a constant rate, first alone, then while photos are uploaded and their renditions are made. It measures a
 * service that runs already: {@code java … org.depesche.bench.UploadLoad PORT KEY PHOTOS PER_SECOND}.
 */
final class UploadLoad {

    private static final String IMAGES = "/v1/editorial/images";
    private static final String BOUNDARY = "photo";
    private static final int WIDTH = 3_000;
    private static final int HEIGHT = 2_000;
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpTarget http;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> paths;
    private final int perSecond;

    /** Times in milliseconds, each from when the request was due. */
    record ReadTimes(int requests, double p50, double p99, double max, long errors) {
    }

    private UploadLoad(HttpTarget http, int perSecond) {
        this.http = http;
        this.perSecond = perSecond;
        this.paths = StreamSupport.stream(http.json("/v1/articles?limit=100").path("items").spliterator(), false)
                .map(item -> "/v1/articles/" + item.path("slug").asText()).toList();
    }

    public static void main(String... arguments) throws Exception {
        var http = new HttpTarget(Integer.parseInt(arguments[0]), arguments[1]);
        var load = new UploadLoad(http, Integer.parseInt(arguments[3]));
        var photos = photos(Integer.parseInt(arguments[2]));
        load.read(deadline(ALONE)); // warms up
        System.out.println("alone: " + load.read(deadline(ALONE)));
        var start = System.nanoTime();
        var upload = CompletableFuture.runAsync(() -> load.upload(photos));
        System.out.println("with " + photos.size() + " uploads: " + load.read(() -> !upload.isDone()));
        upload.join();
        System.out.println("renditions of all were ready after " + Duration.ofNanos(System.nanoTime() - start));
    }

    private static BooleanSupplier deadline(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() < end;
    }

    private ReadTimes read(BooleanSupplier goesOn) {
        var times = new ConcurrentLinkedQueue<Long>();
        var answers = new ArrayList<CompletableFuture<Integer>>();
        var due = System.nanoTime();
        for (var number = 0; goesOn.getAsBoolean(); number++, due += 1_000_000_000L / perSecond) {
            LockSupport.parkNanos(due - System.nanoTime());
            var begin = due;
            answers.add(client.sendAsync(http.request(paths.get(number % paths.size())).build(), BodyHandlers.discarding())
                    .handle((answer, failure) -> {
                        times.add(System.nanoTime() - begin);
                        return failure == null && answer.statusCode() == 200 ? 0 : 1;
                    }));
        }
        var errors = answers.stream().mapToLong(CompletableFuture::join).sum();
        var sorted = times.stream().sorted().toList();
        return new ReadTimes(sorted.size(), millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1), errors);
    }

    private static double millis(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))) / 1e6;
    }

    private void upload(List<byte[]> photos) {
        var ids = photos.stream().map(this::upload).map(image -> image.path("id").asText()).toList();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!ids.stream().allMatch(this::isReady)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all renditions were made in " + PATIENCE);
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private boolean isReady(String id) {
        var image = HttpTarget.parse(http.sendOrThrow(http.editorRequest(IMAGES + "/" + id).build()));
        return image.path("file").path("renditions").asText().equals("ready");
    }

    private JsonNode upload(byte[] photo) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(photo);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return HttpTarget.parse(http.sendOrThrow(HttpRequest.newBuilder(http.request(IMAGES).build(), (name, value) -> true)
                .header("Authorization", "Bearer " + http.key())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build()));
    }

    /** Photos of six megapixels that differ in every byte, with as much detail as a real one. */
    private static List<byte[]> photos(int count) throws IOException {
        var random = new Random(15);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var photos = new ArrayList<byte[]>();
        for (var photo = 0; photo < count; photo++) {
            var graphics = picture.createGraphics();
            for (var shape = 0; shape < 3_000; shape++) {
                graphics.setColor(new Color(random.nextInt(1 << 24)));
                graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(200), random.nextInt(200));
            }
            graphics.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", bytes);
            photos.add(bytes.toByteArray());
        }
        return photos;
    }
}
