package org.depesche.delivery.embed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.view.MediaConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.HttpConfig;

/** The Content Security Policy of the page for frames: our own files alone, and the pages around it that are configured. */
@ApplicationScoped
public class FramePolicy {

    /** The style of the links that remain without scripts. The policy has its hash. */
    static final String STYLE = "body{margin:0;font:16px/1.4 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
            + "\"Liberation Sans\",sans-serif}depesche-feed>ul{margin:0;padding:1em 1em 1em 2em}li+li{margin-top:.6em}"
            + "p{margin:0;padding:1em}";

    private static final String POLICY = "default-src 'none'; script-src %1$s; connect-src %1$s; img-src %2$s; "
            + "style-src '%3$s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
            + "frame-ancestors 'self' %4$s";

    private static final String STYLE_HASH = hash(STYLE);

    private final EmbedConfig config;
    private final MediaConfig media;
    private final AbsoluteUrls urls;
    private final String scripts;

    FramePolicy(EmbedConfig config, HttpConfig http, MediaConfig media, AbsoluteUrls urls) {
        this.config = config;
        this.media = media;
        this.urls = urls;
        // in a sandbox 'self' may match nothing
        this.scripts = join("'self'", http.publicUrl().map(FramePolicy::origin));
    }

    String text() {
        return POLICY.formatted(scripts, images(), STYLE_HASH, String.join(" ", config.frameAncestors()));
    }

    /**
     * The sources of pictures. Without a public URL their addresses begin with {@code http://localhost}, which is another
     * origin for a page that is opened at {@code http://127.0.0.1}.
     */
    public String images() {
        var own = join(scripts, Optional.of(origin(urls.of("/"))));
        return join(own, media.url().map(FramePolicy::origin));
    }

    private static String join(String first, Optional<String> second) {
        return Stream.concat(Stream.of(first.split(" ")), second.stream()).distinct().collect(Collectors.joining(" "));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static String hash(String style) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
