package org.depesche.media.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket of S3, or of a server with the same API. A bucket shows an object only when it is complete, so that a crash
 * leaves either a whole file or none.
 */
final class S3BlobStore implements BlobStore, AutoCloseable {

    private static final int NOT_FOUND = 404;
    /** A file that was stored this recently counts as young, and is not sent again. No sweep deletes it so early. */
    private static final Duration YOUNG = Duration.ofMinutes(1);
    /** A part up to this size is read at once: a slow client must not hold a connection of the pool. */
    private static final int READ_AT_ONCE = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Clock clock;

    S3BlobStore(S3Client client, String bucket, String prefix, Clock clock) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** The server checks the MD5, which every vendor supports. It detects damage in transit, and stops no attacker. */
    @Override
    public void put(String key, Path file) throws IOException {
        var young = find(key).filter(blob -> blob.storedAt().isAfter(clock.instant().minus(YOUNG)));
        if (young.isEmpty()) {
            var md5 = md5(file);
            call(key, () -> client.putObject(request -> request.bucket(bucket).key(prefix + key).contentType(mediaType(key))
                    .contentMD5(md5), RequestBody.fromFile(file)));
        }
    }

    @Override
    public Optional<StoredBlob> find(String key) throws IOException {
        BlobKey.checked(key);
        try {
            var head = call(key, () -> client.headObject(request -> request.bucket(bucket).key(prefix + key)));
            return Optional.of(new StoredBlob(key, head.contentLength(), head.lastModified()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        BlobKey.checked(key);
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        var last = length < Long.MAX_VALUE - offset ? Long.toString(offset + length - 1) : "";
        var content = call(key, () -> client
                .getObject(request -> request.bucket(bucket).key(prefix + key).range("bytes=" + offset + "-" + last)));
        var size = content.response().contentLength();
        if (size > READ_AT_ONCE) {
            return new PartlyReadStream(content, content::abort, size);
        }
        try (content) {
            return new ByteArrayInputStream(content.readAllBytes());
        }
    }

    @Override
    public void delete(String key) throws IOException {
        BlobKey.checked(key);
        call(key, () -> client.deleteObject(request -> request.bucket(bucket).key(prefix + key)));
    }

    @Override
    public void forEach(String start, Consumer<StoredBlob> visitor) throws IOException {
        call(start, () -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix + start)).contents()
                    .forEach(object -> visitor.accept(new StoredBlob(object.key().substring(prefix.length()), object.size(),
                            object.lastModified())));
            return true;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    /** A call of the bucket. */
    @FunctionalInterface
    private interface Call<T> {

        T run();
    }

    private static <T> T call(String key, Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(refused))) {
                throw new NoSuchFileException(key);
            }
            throw new IOException("The bucket refused a call: " + refused.getMessage(), refused);
        } catch (SdkException failed) {
            throw new IOException("The bucket cannot be reached: " + failed.getMessage(), failed);
        }
    }

    private static String code(S3Exception refused) {
        return refused.awsErrorDetails() == null ? "" : String.valueOf(refused.awsErrorDetails().errorCode());
    }

    /** For CDNs that read the bucket themselves. Originals are for editors alone, who get their type from the row. */
    private static String mediaType(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "jpg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "avif" -> "image/avif";
            default -> "application/octet-stream";
        };
    }

    private static String md5(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("MD5");
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
