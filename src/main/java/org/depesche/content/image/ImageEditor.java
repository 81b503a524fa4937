package org.depesche.content.image;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** Registers, changes and deletes single images, in the caller's transaction. */
@ApplicationScoped
public class ImageEditor {

    private final ImageRegistrar registrar;
    private final ImageRepository table;
    private final TaxonomyLock lock;
    private final TaxonomyVersion vocabulary;
    private final List<ImageUsages> uses;
    private final AuditLog audit;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageEditor(ImageRegistrar registrar, ImageRepository table, TaxonomyLock gate, TaxonomyVersion vocabulary,
            @All List<ImageUsages> uses,
            AuditLog audit, Event<ImageEvent> events, Clock clock) {
        this.registrar = registrar;
        this.table = table;
        this.lock = gate;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Image create(ImageMetadata says) {
        var made = registrar.register(says);
        if (!made.isNew()) {
            throw addressTaken(made.id());
        }
        var image = lockedImage(made.id());
        audit.record(auditAction("create", image.id(), null, image.version()));
        return image;
    }

    /** The reading also checks that whoever changes it has seen its present version. What it says already changes nothing. */
    public Image update(UUID id, Function<Image, ImageMetadata> reading) {
        vocabulary.markChanged();
        var before = lockedImage(id);
        var was = ImageMetadata.of(before);
        var says = reading.apply(before).truncatedToMicros();
        var changed = says.differingMembers(was);
        if (changed.isEmpty()) {
            return before;
        }
        if (changed.contains("src")) {
            says.fingerprint().flatMap(table::idByFingerprint).ifPresent(other -> {
                throw addressTaken(other);
            });
        }
        DuplicateKey.detect("another image has this address", () -> table.update(before, says, changed.contains("src"), now()));
        audit.record(auditAction("update", id, before.version(), before.version() + 1));
        events.fire(new ImageEvent(ChangeKind.UPDATED, id, changed));
        return lockedImage(id);
    }

    public void delete(UUID id, Consumer<Image> check) {
        lock.lockExclusive();
        vocabulary.markChanged();
        var image = lockedImage(id);
        check.accept(image);
        var users = users(id);
        if (!users.isEmpty()) {
            throw new ImageInUse(users);
        }
        table.delete(id);
        audit.record(auditAction("delete", id, image.version(), null));
        events.fire(new ImageEvent(ChangeKind.DELETED, id, List.of()));
    }

    /** Each once: an article's working copy and what is public of it are one article. */
    private List<ImageUsages.ImageUsage> users(UUID id) {
        var users = new LinkedHashMap<UUID, ImageUsages.ImageUsage>();
        for (var use : uses) {
            use.usagesOf(id, ImageInUse.MAX_NAMED + 1).forEach(user -> users.putIfAbsent(user.id(), user));
        }
        return new ArrayList<>(users.values());
    }

    /** Nobody else changes it before this transaction ends. */
    private Image lockedImage(UUID id) {
        return table.findForUpdate(id).orElseThrow(ImageEditor::notFound);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such image.");
    }

    private static Problem addressTaken(UUID other) {
        var detail = "The image " + other + " has this address.";
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer("/src", detail)));
    }

    private static AuditAction auditAction(String verb, UUID image, @Nullable Long before, @Nullable Long after) {
        return new AuditAction("image." + verb, "image", image, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
