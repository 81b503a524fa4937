package org.depesche.platform.http;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

/** What the present answer was made of, told by whoever makes it and turned into headers once, at the end. */
@RequestScoped
public class ResponseMetadata {

    private final Set<String> cacheTags = new LinkedHashSet<>();
    private final Map<String, URI> links = new LinkedHashMap<>();
    private @Nullable Instant lastModified;
    private @Nullable Long sequence;
    private @Nullable Long writtenSequence;
    private boolean noStore;

    /** A cache tag: a change to what it names makes this answer stale. */
    public void cacheTag(String tag) {
        cacheTags.add(tag);
    }

    public void cacheTags(Collection<String> more) {
        cacheTags.addAll(more);
    }

    /** When the representation last changed; only for one resource. The latest one told counts. */
    public void lastModified(Instant at) {
        if (lastModified == null || at.isAfter(lastModified)) {
            lastModified = at;
        }
    }

    /** The position in the change log the answer was made from. Of several the smallest is the honest one. */
    public void sequence(long position) {
        sequence = sequence == null ? position : Math.min(sequence, position);
    }

    /** What this request itself told the change log last. */
    public void writtenSequence(long last) {
        writtenSequence = last;
    }

    /** A Link header (RFC 8288), as next and prev of a page. */
    public void link(String rel, URI target) {
        links.put(rel, target);
    }

    /** This very answer must not be kept by anybody, whatever its endpoint says. */
    public void noStore() {
        noStore = true;
    }

    public Set<String> cacheTags() {
        return new LinkedHashSet<>(cacheTags);
    }

    public Map<String, URI> links() {
        return new LinkedHashMap<>(links);
    }

    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    public OptionalLong sequence() {
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    OptionalLong writtenSequence() {
        return writtenSequence == null ? OptionalLong.empty() : OptionalLong.of(writtenSequence);
    }

    public boolean isNoStore() {
        return noStore;
    }
}
