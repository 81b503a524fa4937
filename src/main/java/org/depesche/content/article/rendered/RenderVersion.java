package org.depesche.content.article.rendered;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.StorableArticleRenderer;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.platform.http.PublicationZone;

/** Identifies the code and the settings that render an article. Another version renders other bytes of the same article. */
@Singleton
class RenderVersion {

    private final PublicationZone zone;
    private final MediaUrls media;
    private volatile long known;

    RenderVersion(PublicationZone zone, MediaUrls media) {
        this.zone = zone;
        this.media = media;
    }

    /** Returns the version of this node. Not before the HTTP server listens, whose port may be a part of addresses. */
    long current() {
        if (known == 0) {
            known = compute();
        }
        return known;
    }

    private long compute() {
        var text = StorableArticleRenderer.VERSION + "\n" + zone.zone() + "\n" + media.base();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
