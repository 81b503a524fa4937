package org.depesche.content.collection.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.desk.CollectionForm.CollectedArticleRef;
import org.depesche.content.image.Images;
import org.depesche.content.image.form.ImageForm;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;

/** Resolves the references of a form, and reports all errors at once. */
@ApplicationScoped
class CollectionReferenceResolver {

    private static final int MAX_SHOWN_LENGTH = 200;

    private final WorkingCopyLookup articles;
    private final Images images;

    CollectionReferenceResolver(WorkingCopyLookup articles, Images images) {
        this.articles = articles;
        this.images = images;
    }

    /**
     * Resolves the articles, in their order.
     * @throws Problem with all errors of the form
     */
    List<UUID> resolve(CollectionFormReader.ParsedCollection read) {
        var form = read.form();
        var found = articles(read.collection().articles(), form);
        var image = read.collection().image();
        if (image != null && image.id() != null) {
            images.byId(image.id()).map(image::membersThatDiffer).ifPresentOrElse(
                    members -> members.forEach(member -> form.rejectAt("/image/" + member, ImageForm.OF_THE_IMAGE)),
                    () -> form.rejectAt("/image/id", "There is no image with this id."));
        }
        form.verify();
        return found;
    }

    private List<UUID> articles(List<CollectedArticleRef> refs, JsonForm form) {
        var ids = refs.isEmpty() ? Map.<String, UUID> of()
                : articles.find(SlugSuggestion.withSlugs(refs.stream().map(ref -> normalize(ref.ref())).toList()));
        var pointersById = new LinkedHashMap<UUID, String>();
        for (var ref : refs) {
            var id = ids.get(normalize(ref.ref()));
            if (id == null) {
                form.rejectAt(ref.pointer(), "There is no article \"" + abbreviate(ref.ref()) + "\"."
                        + SlugSuggestion.didYouMean(ref.ref(), ids.keySet()));
                continue;
            }
            var firstPointer = pointersById.putIfAbsent(id, ref.pointer());
            if (firstPointer != null) {
                form.rejectAt(ref.pointer(), "is the article of " + firstPointer + " once more.");
            }
        }
        return List.copyOf(pointersById.keySet());
    }

    /** Ids may be in upper case. */
    private static String normalize(String ref) {
        return Uuid7.parse(ref).map(UUID::toString).orElse(ref);
    }

    private static String abbreviate(String ref) {
        return ref.length() > MAX_SHOWN_LENGTH ? ref.substring(0, ref.offsetByCodePoints(0, MAX_SHOWN_LENGTH / 2)) + "…" : ref;
    }
}
