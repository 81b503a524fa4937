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

import org.depesche.content.vocabulary.ChangeKind;
import org.depesche.content.vocabulary.NameGate;
import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Race;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** Registers, changes and deletes single images, in the caller's transaction. */
@ApplicationScoped
class ImageEditor {

    private final ImageRegistrar registrar;
    private final ImageTable table;
    private final NameGate gate;
    private final Vocabulary vocabulary;
    private final List<ImageUses> uses;
    private final Audit audit;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageEditor(ImageRegistrar registrar, ImageTable table, NameGate gate, Vocabulary vocabulary, @All List<ImageUses> uses,
            Audit audit, Event<ImageEvent> events, Clock clock) {
        this.registrar = registrar;
        this.table = table;
        this.gate = gate;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Image create(NewImage says) {
        var made = registrar.register(says);
        if (!made.isNew()) {
            throw taken(made.id());
        }
        var image = known(made.id());
        audit.record(deed("create", image.id(), null, image.version()));
        return image;
    }

    /** The reading also checks that whoever changes it has seen its present version. What it says already changes nothing. */
    Image revise(UUID id, Function<Image, NewImage> reading) {
        vocabulary.touch();
        var before = known(id);
        var was = NewImage.of(before);
        var says = reading.apply(before).inMicros();
        var changed = says.differences(was);
        if (changed.isEmpty()) {
            return before;
        }
        if (changed.contains("src")) {
            says.fingerprint().flatMap(table::owner).ifPresent(other -> {
                throw taken(other);
            });
        }
        Race.watch("another image has this address", () -> table.update(before, says, changed.contains("src"), now()));
        audit.record(deed("update", id, before.version(), before.version() + 1));
        events.fire(new ImageEvent(ChangeKind.UPDATED, id, changed));
        return known(id);
    }

    void delete(UUID id, Consumer<Image> check) {
        gate.close();
        vocabulary.touch();
        var image = known(id);
        check.accept(image);
        var users = users(id);
        if (!users.isEmpty()) {
            throw new ImageInUse(users);
        }
        table.delete(id);
        audit.record(deed("delete", id, image.version(), null));
        events.fire(new ImageEvent(ChangeKind.DELETED, id, List.of()));
    }

    /** Each once: an article's working copy and what is public of it are one article. */
    private List<ImageUser> users(UUID id) {
        var users = new LinkedHashMap<UUID, ImageUser>();
        for (var use : uses) {
            use.of(id, ImageInUse.NAMED + 1).forEach(user -> users.putIfAbsent(user.id(), user));
        }
        return new ArrayList<>(users.values());
    }

    /** Nobody else changes it before this transaction ends. */
    private Image known(UUID id) {
        return table.locked(id).orElseThrow(ImageEditor::unknown);
    }

    static Problem unknown() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such image.");
    }

    private static Problem taken(UUID other) {
        var detail = "The image " + other + " has this address.";
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer("/src", detail)));
    }

    private static Deed deed(String verb, UUID image, @Nullable Long before, @Nullable Long after) {
        return new Deed("image." + verb, "image", image, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
