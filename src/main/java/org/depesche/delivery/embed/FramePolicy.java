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

import org.depesche.content.image.MediaConfig;
import org.depesche.platform.http.HttpConfig;

/** The Content Security Policy of the page for frames: our own files alone, and the pages around it that are configured. */
@ApplicationScoped
public class FramePolicy {

    /** The style of the links that remain without scripts. The policy has its hash. */
    static final String STYLE = "body{margin:0;font:16px/1.4 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
            + "\"Liberation Sans\",sans-serif}depesche-feed>ul{margin:0;padding:1em 1em 1em 2em}li+li{margin-top:.6em}"
            + "body>p,depesche-feed>p{margin:0;padding:1em}";

    private static final String POLICY = "default-src 'none'; script-src %1$s; connect-src %1$s; img-src %2$s; "
            + "style-src '%3$s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
            + "frame-ancestors 'self' %4$s";

    private final String text;
    private final String images;

    FramePolicy(EmbedConfig config, HttpConfig http, MediaConfig media) {
        // in a sandbox 'self' may match nothing
        var scripts = join("'self'", http.publicUrl().map(FramePolicy::origin));
        this.images = join(scripts, media.url().map(FramePolicy::origin));
        this.text = POLICY.formatted(scripts, images, hash(STYLE), String.join(" ", config.frameAncestors()));
    }

    String text() {
        return text;
    }

    /** The sources of pictures. */
    public String images() {
        return images;
    }

    private static String join(String first, Optional<String> second) {
        return Stream.concat(Stream.of(first), second.stream()).distinct().collect(Collectors.joining(" "));
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
