package org.depesche.content.image;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** Creates, changes and deletes single images in the caller's transaction. */
@ApplicationScoped
public class ImageEditor {

    private final ImageRegistrar registrar;
    private final ImageRepository repository;
    private final TaxonomyLock lock;
    private final TaxonomyVersion taxonomyVersion;
    private final List<ImageUsages> usages;
    private final AuditLog audit;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageEditor(ImageRegistrar registrar, ImageRepository repository, TaxonomyLock lock, TaxonomyVersion taxonomyVersion,
            @All List<ImageUsages> usages,
            AuditLog audit, Event<ImageEvent> events, Clock clock) {
        this.registrar = registrar;
        this.repository = repository;
        this.lock = lock;
        this.taxonomyVersion = taxonomyVersion;
        this.usages = usages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers an image.
     *
     * @throws Problem 409 if another image has the same {@code src}
     */
    public Image create(ImageMetadata metadata) {
        var registration = registrar.register(metadata);
        if (!registration.isNew()) {
            throw urlConflict(registration.id());
        }
        var image = lockedImage(registration.id());
        audit.record(auditAction("create", image.id(), null, image.version()));
        return image;
    }

    /**
     * Changes an image. Equal metadata changes nothing.
     *
     * @param change returns the new metadata, and checks that the client has seen the current version
     */
    public Image update(UUID id, Function<Image, ImageMetadata> change) {
        return change(id, change, "update", List.of());
    }

    /** Gives an image the texts of one use. What the use leaves open stays. */
    public void writeBack(UUID id, ImageOverrides texts) {
        update(id, before -> ImageMetadata.of(before).withTexts(texts));
    }

    /** Changes an image with its file: a new version, also if the metadata is equal. */
    public Image replaceFile(UUID id, Function<Image, ImageMetadata> change) {
        return change(id, change, "replace", List.of("file"));
    }

    private Image change(UUID id, Function<Image, ImageMetadata> change, String verb, List<String> always) {
        taxonomyVersion.markChanged();
        var before = lockedImage(id);
        var previous = ImageMetadata.of(before);
        var metadata = change.apply(before).truncatedToMicros();
        var changed = Stream.concat(always.stream(), metadata.differingMembers(previous).stream()).toList();
        if (changed.isEmpty()) {
            return before;
        }
        if (changed.contains("src")) {
            metadata.fingerprint().flatMap(repository::idByFingerprint).ifPresent(owner -> {
                throw urlConflict(owner);
            });
        }
        DuplicateKey.detect("another image has this address",
                () -> repository.update(before, metadata, changed.contains("src"), clock.instant()));
        audit.record(auditAction(verb, id, before.version(), before.version() + 1));
        events.fire(new ImageEvent(ChangeKind.UPDATED, id, changed));
        return lockedImage(id);
    }

    /**
     * Deletes an image.
     *
     * @param check checks that the client has seen the current version
     * @throws Problem 409 with the users of the image, if it is in use
     */
    public void delete(UUID id, Consumer<Image> check) {
        lock.lockExclusive();
        taxonomyVersion.markChanged();
        var image = lockedImage(id);
        check.accept(image);
        var users = users(id);
        if (!users.isEmpty()) {
            throw new ImageInUse(users);
        }
        repository.delete(id);
        audit.record(auditAction("delete", id, image.version(), null));
        events.fire(new ImageEvent(ChangeKind.DELETED, id, List.of()));
    }

    /** Returns each user once: an article's working copy and its published version are one article. */
    private List<ImageUsages.ImageUsage> users(UUID id) {
        var users = new LinkedHashMap<UUID, ImageUsages.ImageUsage>();
        for (var source : usages) {
            source.usagesOf(id, ImageInUse.MAX_NAMED + 1).forEach(user -> users.putIfAbsent(user.id(), user));
        }
        return new ArrayList<>(users.values());
    }

    /** Locks the image until the end of the transaction. */
    private Image lockedImage(UUID id) {
        return repository.findForUpdate(id).orElseThrow(ImageEditor::notFound);
    }

    /** Returns the 404 of an unknown image. */
    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such image.");
    }

    private static Problem urlConflict(UUID owner) {
        return Problem.conflict("/src", "The image " + owner + " has this address.");
    }

    private static AuditAction auditAction(String verb, UUID image, @Nullable Long before, @Nullable Long after) {
        return new AuditAction("image." + verb, "image", image, before, after);
    }
}
