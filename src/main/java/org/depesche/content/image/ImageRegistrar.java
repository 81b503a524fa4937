package org.depesche.content.image;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Registers images, each image once. A batch takes a constant number of statements. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ImageRegistrar {

    private static final String INSERT = "insert into image (id, fingerprint, " + ImageRowMapper.WRITTEN_COLUMNS
            + ", created_at, updated_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private final Jdbi jdbi;
    private final ImageRowMapper rows;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageRegistrar(Jdbi jdbi, ImageRowMapper rows, TaxonomyVersion taxonomyVersion, Event<ImageEvent> events, Clock clock) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.clock = clock;
    }

    /** Registers images and returns their ids in the same order. An image that is registered already keeps its metadata. */
    public List<UUID> register(List<ImageMetadata> images) {
        return images.isEmpty() ? List.of() : registerAll(images).stream().map(Registration::id).toList();
    }

    /** Registers a single image. */
    Registration register(ImageMetadata image) {
        return registerAll(List.of(image)).get(0);
    }

    private List<Registration> registerAll(List<ImageMetadata> images) {
        var candidates = images.stream().map(image -> new Candidate(Uuid7.next(), image.fingerprint().orElse(null), image))
                .toList();
        var idsByFingerprint = new HashMap<>(idsByFingerprint(fingerprints(candidates), ""));
        var newCandidates = unregistered(candidates, idsByFingerprint);
        if (!newCandidates.isEmpty()) {
            insert(newCandidates);
            idsByFingerprint.putAll(idsByFingerprint(fingerprints(newCandidates), " lock in share mode"));
            taxonomyVersion.markChanged();
        }
        var ids = candidates.stream().map(
                candidate -> new Registration(idsByFingerprint.getOrDefault(candidate.fingerprint, candidate.id), candidate.id))
                .toList();
        newCandidates.stream()
                .filter(candidate -> candidate.id.equals(idsByFingerprint.getOrDefault(candidate.fingerprint, candidate.id)))
                .forEach(candidate -> events.fire(new ImageEvent(ChangeKind.CREATED, candidate.id, List.of())));
        return ids;
    }

    private static List<UUID> fingerprints(Collection<Candidate> candidates) {
        return candidates.stream().filter(candidate -> candidate.fingerprint != null).map(Candidate::fingerprint).distinct()
                .toList();
    }

    private static List<Candidate> unregistered(List<Candidate> candidates, Map<UUID, UUID> idsByFingerprint) {
        var newCandidates = new LinkedHashMap<UUID, Candidate>();
        candidates.stream().filter(candidate -> !idsByFingerprint.containsKey(candidate.fingerprint))
                .forEach(candidate -> newCandidates
                        .putIfAbsent(candidate.fingerprint == null ? candidate.id : candidate.fingerprint, candidate));
        return List.copyOf(newCandidates.values());
    }

    private Map<UUID, UUID> idsByFingerprint(List<UUID> fingerprints, String lock) {
        if (fingerprints.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select fingerprint, id from image where fingerprint in (<fingerprints>)" + lock)
                .bindList("fingerprints", fingerprints.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Inserts all rows. A concurrent registration of the same image is rare, so only a duplicate key leads to the slower
     * row-by-row insert.
     */
    private void insert(List<Candidate> candidates) {
        try {
            write(candidates, INSERT);
        } catch (UnableToExecuteStatementException e) {
            if (!DuplicateKey.isCauseOf(e)) {
                throw e;
            }
            write(candidates, INSERT + " on duplicate key update id = id");
        }
    }

    private void write(List<Candidate> candidates, String sql) {
        var now = clock.instant();
        jdbi.useHandle(handle -> JdbcBatch.write(handle, sql, candidates,
                (row, candidate) -> rows.bind(row.id(candidate.id).id(candidate.fingerprint), candidate.image).timestamp(now)
                        .timestamp(now)));
    }

    /**
     * @param id the id of the registered image
     * @param proposedId the id of the image if it was not registered before
     */
    record Registration(UUID id, UUID proposedId) {

        boolean isNew() {
            return id.equals(proposedId);
        }
    }

    private record Candidate(UUID id, @Nullable UUID fingerprint, ImageMetadata image) {
    }
}
