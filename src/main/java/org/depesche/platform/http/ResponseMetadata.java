package org.depesche.platform.http;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

/**
 * Collects facts about the current response while it is built. The response filters turn the facts into headers once, at
 * the end.
 */
@RequestScoped
public class ResponseMetadata {

    private final Set<CacheTag> cacheTags = new LinkedHashSet<>();
    private final Map<String, URI> links = new LinkedHashMap<>();
    private final Map<String, String> linkTypes = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Instant lastModified;
    private @Nullable Long sequence;
    private @Nullable Long writtenSequence;
    private @Nullable Instant expiresAt;
    private boolean isStorageForbidden;
    private boolean isClockDependent;
    private boolean isVaryingByEntitlement;
    private boolean isDateWithheld;

    /** Adds a cache tag: a change to the resource that the tag names invalidates this response. */
    public void cacheTag(CacheTag tag) {
        cacheTags.add(tag);
    }

    /** Removes all cache tags, so that the export of a million articles does not collect theirs. */
    public void clearCacheTags() {
        cacheTags.clear();
    }

    /** Adds several cache tags. */
    public void cacheTags(Collection<CacheTag> tags) {
        cacheTags.addAll(tags);
    }

    /**
     * Records a change of what the response shows. During the second of a change the response has no date, because a second
     * change in it would have the same one (RFC 9110, section 8.8.2.2). A change that is committed more than a second after
     * its time can still share a date with the state before it; entity tags have no such gap.
     */
    public void changedAt(Instant at, Instant now) {
        if (at.truncatedTo(ChronoUnit.SECONDS).isBefore(now.truncatedTo(ChronoUnit.SECONDS))) {
            lastModified(at);
        } else {
            isDateWithheld = true;
        }
    }

    /**
     * Records when the representation last changed, for responses about one resource. The latest time wins. No other state of
     * the response may have this date.
     */
    public void lastModified(Instant at) {
        if (lastModified == null || at.isAfter(lastModified)) {
            lastModified = at;
        }
    }

    /**
     * Records when the representation last changed, unless that time is in the future. In that case the response has no date,
     * and this node's cache does not store it.
     */
    public void lastModified(Instant at, Instant now) {
        if (at.isAfter(now)) {
            isClockDependent = true;
        } else {
            lastModified(at);
        }
    }

    /** Records the change log position of the data. The smallest of several positions wins. */
    public void sequence(long position) {
        sequence = sequence == null ? position : Math.min(sequence, position);
    }

    /** Sets the position of the last read, for a response that shows nothing of the reads before it. */
    public void replaceSequence(long position) {
        sequence = position;
    }

    /** Records the last sequence that this request wrote to the change log. */
    public void writtenSequence(long last) {
        writtenSequence = last;
    }

    /** Adds a Link header (RFC 8288), for example next and prev of a page. */
    public void link(String rel, URI target) {
        links.put(rel, target);
    }

    /**
     * Records when caches must have forgotten this response, because it shows something that may not be shown later. The
     * earliest time wins.
     */
    public void expiresAt(Instant at) {
        if (expiresAt == null || at.isBefore(expiresAt)) {
            expiresAt = at;
        }
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Adds a Link header that names the media type of its target. */
    public void link(String rel, URI target, String mediaType) {
        links.put(rel, target);
        linkTypes.put(rel, mediaType);
    }

    /** Sets a header of a successful response about the content, such as the rights of machines. A 304 repeats it. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** Forbids all caches to store this response, whatever the endpoint declares. */
    public void forbidStorage() {
        isStorageForbidden = true;
    }

    /** Forbids this node's cache to store this response, because it changes with time even if no data change. */
    public void markClockDependent() {
        isClockDependent = true;
    }

    public boolean isClockDependent() {
        return isClockDependent;
    }

    /** Records that callers with other entitlements get another response. */
    public void markVaryingByEntitlement() {
        isVaryingByEntitlement = true;
    }

    public boolean isVaryingByEntitlement() {
        return isVaryingByEntitlement;
    }

    /** Returns a view of the tags: a list has a hundred and more. */
    public Set<CacheTag> cacheTags() {
        return Collections.unmodifiableSet(cacheTags);
    }

    public Map<String, URI> links() {
        return new LinkedHashMap<>(links);
    }

    /** The media type of a link's target, if it is known. */
    public Optional<String> linkType(String rel) {
        return Optional.ofNullable(linkTypes.get(rel));
    }

    public Map<String, String> headers() {
        return new LinkedHashMap<>(headers);
    }

    /** Whether the response has no date because the second of a change is not over. */
    public boolean isDateWithheld() {
        return isDateWithheld;
    }

    public Optional<Instant> lastModified() {
        return isDateWithheld ? Optional.empty() : Optional.ofNullable(lastModified);
    }

    public OptionalLong sequence() {
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    OptionalLong writtenSequence() {
        return writtenSequence == null ? OptionalLong.empty() : OptionalLong.of(writtenSequence);
    }

    public boolean isStorageForbidden() {
        return isStorageForbidden;
    }
}
