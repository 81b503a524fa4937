package org.depesche.content.image;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

import org.depesche.content.vocabulary.ChangeKind;
import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Registers images without a file: a batch in a number of statements that does not grow with it, none of them twice. */
@ApplicationScoped
@Transactional
public class ImageRegistrar {

    private static final int ROWS = 250;
    private static final String COLUMNS = "id, fingerprint, alt, decorative, caption, credit, src, width, height, focal_x, "
            + "focal_y, dominant_color, media_type, taken_at, details, version, created_at, updated_at";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";

    private final Jdbi jdbi;
    private final ImageRows rows;
    private final Vocabulary vocabulary;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageRegistrar(Jdbi jdbi, ImageRows rows, Vocabulary vocabulary, Event<ImageEvent> events, Clock clock) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
    }

    /** The ids in the order asked; what was registered before keeps what it says. */
    public List<UUID> register(List<NewImage> images) {
        if (images.isEmpty()) {
            return List.of();
        }
        var drafts = images.stream().map(image -> new Draft(Uuid7.next(), image.fingerprint().orElse(null), image)).toList();
        var known = new HashMap<>(find(prints(drafts), ""));
        var fresh = fresh(drafts, known);
        if (!fresh.isEmpty()) {
            insert(fresh);
            known.putAll(find(prints(fresh), " lock in share mode"));
            vocabulary.touch();
        }
        var ids = drafts.stream().map(draft -> known.getOrDefault(draft.print, draft.id)).toList();
        fresh.stream().filter(draft -> draft.id.equals(known.getOrDefault(draft.print, draft.id)))
                .forEach(draft -> events.fire(new ImageEvent(ChangeKind.CREATED, draft.id, List.of())));
        return ids;
    }

    private static List<UUID> prints(Collection<Draft> drafts) {
        return drafts.stream().filter(draft -> draft.print != null).map(Draft::print).distinct().toList();
    }

    private static List<Draft> fresh(List<Draft> drafts, Map<UUID, UUID> known) {
        var fresh = new LinkedHashMap<UUID, Draft>();
        drafts.stream().filter(draft -> !known.containsKey(draft.print))
                .forEach(draft -> fresh.putIfAbsent(draft.print == null ? draft.id : draft.print, draft));
        return List.copyOf(fresh.values());
    }

    private Map<UUID, UUID> find(List<UUID> prints, String lock) {
        if (prints.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select fingerprint, id from image where fingerprint in (<prints>)" + lock)
                .bindList("prints", prints.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void insert(List<Draft> drafts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var from = 0; from < drafts.size(); from += ROWS) {
            var chunk = drafts.subList(from, Math.min(drafts.size(), from + ROWS));
            var values = chunk.stream().map(draft -> ROW).collect(Collectors.joining(", "));
            jdbi.useHandle(handle -> {
                var insert = handle.createUpdate("insert into image (" + COLUMNS + ") values " + values
                        + " on duplicate key update id = id");
                var at = 0;
                for (var draft : chunk) {
                    for (var value : values(draft, now)) {
                        bind(insert, at++, value);
                    }
                }
                insert.execute();
            });
        }
    }

    private List<@Nullable Object> values(Draft draft, Instant now) {
        var image = draft.image;
        var point = image.focalPoint();
        var values = new ArrayList<@Nullable Object>();
        values.add(Uuid7.bytes(draft.id));
        values.add(draft.print == null ? null : Uuid7.bytes(draft.print));
        values.add(image.alt());
        values.add(image.decorative());
        values.add(image.caption());
        values.add(image.credit());
        values.add(image.src() == null ? null : image.src().toString());
        values.add(image.width());
        values.add(image.height());
        values.add(point == null ? null : point.x());
        values.add(point == null ? null : point.y());
        values.add(image.dominantColor());
        values.add(image.mediaType());
        values.add(image.takenAt() == null ? null : utc(image.takenAt()));
        values.add(rows.write(image.details()));
        values.add(utc(now));
        values.add(utc(now));
        return values;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static void bind(Update insert, int at, @Nullable Object value) {
        if (value == null) {
            insert.bindNull(at, java.sql.Types.NULL);
        } else {
            insert.bindByType(at, value, value.getClass());
        }
    }

    private record Draft(UUID id, @Nullable UUID print, NewImage image) {
    }
}
