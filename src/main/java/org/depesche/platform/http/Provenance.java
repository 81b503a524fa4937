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
public class Provenance {

    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, URI> links = new LinkedHashMap<>();
    private @Nullable Instant changedAt;
    private @Nullable Long sequence;
    private @Nullable Long written;
    private boolean notKept;

    /** A cache tag: a change to what it names makes this answer stale. */
    public void tag(String tag) {
        tags.add(tag);
    }

    public void tags(Collection<String> more) {
        tags.addAll(more);
    }

    /** When the representation last changed; only for one resource. The latest one told counts. */
    public void changedAt(Instant at) {
        if (changedAt == null || at.isAfter(changedAt)) {
            changedAt = at;
        }
    }

    /** The position in the change log the answer was made from. Of several the smallest is the honest one. */
    public void sequence(long position) {
        sequence = sequence == null ? position : Math.min(sequence, position);
    }

    /** What this request itself told the change log last. */
    public void wrote(long last) {
        written = last;
    }

    /** A Link header (RFC 8288), as next and prev of a page. */
    public void link(String rel, URI target) {
        links.put(rel, target);
    }

    /** This very answer must not be kept by anybody, whatever its endpoint says. */
    public void notKept() {
        notKept = true;
    }

    Set<String> tags() {
        return new LinkedHashSet<>(tags);
    }

    Map<String, URI> links() {
        return new LinkedHashMap<>(links);
    }

    Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    OptionalLong sequence() {
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    OptionalLong written() {
        return written == null ? OptionalLong.empty() : OptionalLong.of(written);
    }

    boolean isNotKept() {
        return notKept;
    }
}
