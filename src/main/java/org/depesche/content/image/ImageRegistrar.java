package org.depesche.content.image;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Registers images without a file: a batch in a number of statements that does not grow with it, none of them twice. */
@ApplicationScoped
@Transactional
public class ImageRegistrar {

    private static final String INSERT = "insert into image (id, fingerprint, " + ImageRowMapper.WRITTEN_COLUMNS
            + ", created_at, updated_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private final Jdbi jdbi;
    private final ImageRowMapper rows;
    private final TaxonomyVersion vocabulary;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageRegistrar(Jdbi jdbi, ImageRowMapper rows, TaxonomyVersion vocabulary, Event<ImageEvent> events, Clock clock) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
    }

    /** The ids in the order asked; what was registered before keeps what it says. */
    public List<UUID> register(List<ImageMetadata> images) {
        return images.isEmpty() ? List.of() : registerAll(images).stream().map(Registration::id).toList();
    }

    /** A single one. */
    Registration register(ImageMetadata image) {
        return registerAll(List.of(image)).get(0);
    }

    private List<Registration> registerAll(List<ImageMetadata> images) {
        var drafts = images.stream().map(image -> new Candidate(Uuid7.next(), image.fingerprint().orElse(null), image))
                .toList();
        var known = new HashMap<>(idsByFingerprint(fingerprints(drafts), ""));
        var fresh = unregistered(drafts, known);
        if (!fresh.isEmpty()) {
            insert(fresh);
            known.putAll(idsByFingerprint(fingerprints(fresh), " lock in share mode"));
            vocabulary.markChanged();
        }
        var ids = drafts.stream().map(draft -> new Registration(known.getOrDefault(draft.fingerprint, draft.id), draft.id))
                .toList();
        fresh.stream().filter(draft -> draft.id.equals(known.getOrDefault(draft.fingerprint, draft.id)))
                .forEach(draft -> events.fire(new ImageEvent(ChangeKind.CREATED, draft.id, List.of())));
        return ids;
    }

    private static List<UUID> fingerprints(Collection<Candidate> drafts) {
        return drafts.stream().filter(draft -> draft.fingerprint != null).map(Candidate::fingerprint).distinct().toList();
    }

    private static List<Candidate> unregistered(List<Candidate> drafts, Map<UUID, UUID> known) {
        var fresh = new LinkedHashMap<UUID, Candidate>();
        drafts.stream().filter(draft -> !known.containsKey(draft.fingerprint))
                .forEach(draft -> fresh.putIfAbsent(draft.fingerprint == null ? draft.id : draft.fingerprint, draft));
        return List.copyOf(fresh.values());
    }

    private Map<UUID, UUID> idsByFingerprint(List<UUID> prints, String lock) {
        if (prints.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select fingerprint, id from image where fingerprint in (<prints>)" + lock)
                .bindList("prints", prints.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Hardly ever has somebody else registered one of them meanwhile; only then is it worth to ask row by row. */
    private void insert(List<Candidate> drafts) {
        try {
            write(drafts, INSERT);
        } catch (UnableToExecuteStatementException e) {
            if (!DuplicateKey.isCauseOf(e)) {
                throw e;
            }
            write(drafts, INSERT + " on duplicate key update id = id");
        }
    }

    private void write(List<Candidate> drafts, String sql) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle -> JdbcBatch.write(handle, sql, drafts,
                (row, draft) -> rows.bind(row.id(draft.id).id(draft.fingerprint), draft.image).timestamp(now).timestamp(now)));
    }

    /** @param wanted the id it would have got */
    record Registration(UUID id, UUID proposedId) {

        boolean isNew() {
            return id.equals(proposedId);
        }
    }

    private record Candidate(UUID id, @Nullable UUID fingerprint, ImageMetadata image) {
    }
}
