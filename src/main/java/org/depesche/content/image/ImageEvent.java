package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;

/** An image, or what is known of it, changed. */
public record ImageEvent(ChangeKind kind, UUID id, List<String> changed) {

    public ImageEvent {
        changed = List.copyOf(changed);
    }
}
