package org.depesche.content.collection.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.desk.CollectionForm.CollectedArticleRef;
import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;

/** Looks up what a form names; all that is wrong with it is told at once. */
@ApplicationScoped
class CollectionReferenceResolver {

    private static final int LONGEST_SHOWN = 200;

    private final WorkingCopyLookup articles;
    private final Images images;

    CollectionReferenceResolver(WorkingCopyLookup articles, Images images) {
        this.articles = articles;
        this.images = images;
    }

    /** The articles in their order, once nothing is wrong with all the form says. */
    List<UUID> resolve(CollectionFormReader.ParsedCollection read) {
        var form = read.form();
        var found = articles(read.collection().articles(), form);
        var image = read.collection().image();
        if (image != null && image.id() != null && images.byId(image.id()).isEmpty()) {
            form.rejectAt("/image/id", "There is no image with this id.");
        }
        form.verify();
        return found;
    }

    private List<UUID> articles(List<CollectedArticleRef> refs, JsonForm form) {
        var ids = refs.isEmpty() ? Map.<String, UUID> of()
                : articles.find(refs.stream().map(ref -> normalized(ref.ref())).collect(Collectors.toSet()));
        var places = new LinkedHashMap<UUID, String>();
        for (var ref : refs) {
            var id = ids.get(normalized(ref.ref()));
            if (id == null) {
                form.rejectAt(ref.pointer(), "There is no article \"" + abbreviated(ref.ref()) + "\".");
                continue;
            }
            var first = places.putIfAbsent(id, ref.pointer());
            if (first != null) {
                form.rejectAt(ref.pointer(), "is the article of " + first + " once more.");
            }
        }
        return List.copyOf(places.keySet());
    }

    /** An id may come in capitals. */
    private static String normalized(String ref) {
        return Uuid7.parse(ref).map(UUID::toString).orElse(ref);
    }

    private static String abbreviated(String word) {
        return word.length() > LONGEST_SHOWN ? word.substring(0, word.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "…" : word;
    }
}
