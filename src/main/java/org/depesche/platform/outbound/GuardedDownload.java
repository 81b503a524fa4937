package org.depesche.platform.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;

/**
 * Downloads from URLs that users entered. Each redirect is checked like the first URL: its scheme, and the address that it
 * leads to. One deadline holds for all of it.
 */
@ApplicationScoped
public class GuardedDownload {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_URL_LENGTH = 4_000;
    private static final int OK = 200;
    private static final int LONGEST_LENGTH = 18;

    private final HttpClient client;
    private final GuardedHttpClient targets;

    GuardedDownload(Vertx vertx, OutboundConfig config, GuardedHttpClient targets) {
        this.targets = targets;
        this.client = vertx.createHttpClient(new HttpClientOptions().setVerifyHost(true).setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())).setDecompressionSupported(false));
    }

    /**
     * The limits of a download.
     *
     * @param timeout the longest time of the whole download, with its redirects
     * @param maxRedirects the maximum number of redirects; one more is an error
     * @param maxBytes a response that announces more is not read
     */
    public record Limits(TargetPolicy policy, Duration timeout, int maxRedirects, long maxBytes) {
    }

    /** The server announces a file that is larger than the limit. */
    public static final class AnnouncedTooLarge extends IOException {
        private static final long serialVersionUID = 1;

        AnnouncedTooLarge(long limit) {
            super("The file is larger than " + limit + " bytes.");
        }
    }

    /** The file cannot be downloaded. The message is a part of a sentence for the client. */
    public static final class DownloadFailed extends IOException {
        private static final long serialVersionUID = 1;

        DownloadFailed(String message) {
            super(message);
        }
    }

    /**
     * Writes the content of a URL.
     *
     * @param out is written by the calling thread; it bounds the size by an exception of its own
     * @return the URL that the last redirect led to
     * @throws TargetPolicy.RefusedTarget when a URL leads to an address that is not allowed
     * @throws AnnouncedTooLarge when the server announces more than the limit
     * @throws DownloadFailed when a target cannot be reached, is too slow, or answers anything but a file
     */
    public URI download(URI url, Map<String, String> headers, Limits limits, OutputStream out)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + limits.timeout.toNanos();
        var target = url;
        for (var hops = 0; hops <= limits.maxRedirects; hops++) {
            try (var transfer = new Transfer(deadline)) {
                transfer.start(client, targets.options(HttpMethod.GET, target, limits.policy,
                        Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))), headers);
                var head = transfer.head();
                if (head.statusCode() == OK) {
                    checkLength(head.getHeader("Content-Length"), limits.maxBytes);
                    transfer.copyTo(out);
                    return target;
                }
                if (!REDIRECTS.contains(head.statusCode())) {
                    throw new DownloadFailed("the server answers " + head.statusCode());
                }
                target = redirect(target, head.getHeader("Location"));
            }
        }
        throw new DownloadFailed("there are more than " + limits.maxRedirects + " redirects");
    }

    /** The length consists of digits, because the HTTP client rejects other texts. */
    private static void checkLength(@Nullable String announced, long limit) throws AnnouncedTooLarge {
        if (announced != null && (announced.length() > LONGEST_LENGTH || Long.parseLong(announced) > limit)) {
            throw new AnnouncedTooLarge(limit);
        }
    }

    private static URI redirect(URI from, @Nullable String location) throws DownloadFailed {
        if (location == null || location.isBlank()) {
            throw new DownloadFailed("a redirect leads nowhere");
        }
        try {
            var to = from.resolve(location.strip());
            var isSecured = "https".equalsIgnoreCase(to.getScheme());
            if (to.getHost() == null || to.getRawUserInfo() != null || to.toString().length() > MAX_URL_LENGTH
                    || !isSecured && !"http".equalsIgnoreCase(to.getScheme())) {
                throw new DownloadFailed("a redirect leads to no address with http or https");
            }
            if (!isSecured && "https".equalsIgnoreCase(from.getScheme())) {
                throw new DownloadFailed("a redirect leads from https to http");
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw new DownloadFailed("a redirect leads to no address with http or https");
        }
    }
}
