package org.depesche.content.image;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.image.ImageRepository.NewImage;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Uuid7;

/** Registers images, each image once. A batch takes a constant number of statements. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ImageRegistrar {

    private final ImageRepository repository;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageRegistrar(ImageRepository repository, TaxonomyVersion taxonomyVersion, Event<ImageEvent> events, Clock clock) {
        this.repository = repository;
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
        var candidates = images.stream().map(image -> new NewImage(Uuid7.next(), image.fingerprint().orElse(null), image))
                .toList();
        var idsByFingerprint = new HashMap<>(repository.idsByFingerprint(fingerprints(candidates), false));
        var newCandidates = unregistered(candidates, idsByFingerprint);
        if (!newCandidates.isEmpty()) {
            repository.insert(newCandidates, clock.instant());
            idsByFingerprint.putAll(repository.idsByFingerprint(fingerprints(newCandidates), true));
            taxonomyVersion.markChanged();
        }
        var ids = candidates.stream().map(
                candidate -> new Registration(idsByFingerprint.getOrDefault(candidate.fingerprint(), candidate.id()),
                        candidate.id()))
                .toList();
        newCandidates.stream()
                .filter(candidate -> candidate.id()
                        .equals(idsByFingerprint.getOrDefault(candidate.fingerprint(), candidate.id())))
                .forEach(candidate -> events.fire(new ImageEvent(ChangeKind.CREATED, candidate.id(), List.of())));
        return ids;
    }

    private static List<UUID> fingerprints(Collection<NewImage> candidates) {
        return candidates.stream().filter(candidate -> candidate.fingerprint() != null).map(NewImage::fingerprint).distinct()
                .toList();
    }

    private static List<NewImage> unregistered(List<NewImage> candidates, Map<UUID, UUID> idsByFingerprint) {
        var newCandidates = new LinkedHashMap<UUID, NewImage>();
        candidates.stream().filter(candidate -> !idsByFingerprint.containsKey(candidate.fingerprint()))
                .forEach(candidate -> newCandidates
                        .putIfAbsent(candidate.fingerprint() == null ? candidate.id() : candidate.fingerprint(), candidate));
        return List.copyOf(newCandidates.values());
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
}
