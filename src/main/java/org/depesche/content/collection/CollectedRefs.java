package org.depesche.content.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.CollectionForm.Ref;
import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.form.Form;

/** Looks up what a form names; all that is wrong with it is told at once. */
@ApplicationScoped
class CollectedRefs {

    private static final int LONGEST_SHOWN = 200;

    private final ArticleRefs articles;
    private final Images images;

    CollectedRefs(ArticleRefs articles, Images images) {
        this.articles = articles;
        this.images = images;
    }

    /** The articles in their order, once nothing is wrong with all the form says. */
    List<UUID> checked(ReadCollection read) {
        var form = read.form();
        var found = articles(read.says().articles(), form);
        var image = read.says().image();
        if (image != null && image.id() != null && images.byId(image.id()).isEmpty()) {
            form.rejectAt("/image/id", "There is no image with this id.");
        }
        form.verify();
        return found;
    }

    private List<UUID> articles(List<Ref> refs, Form form) {
        var ids = refs.isEmpty() ? Map.<String, UUID> of()
                : articles.find(refs.stream().map(ref -> word(ref.word())).collect(Collectors.toSet()));
        var places = new LinkedHashMap<UUID, String>();
        for (var ref : refs) {
            var id = ids.get(word(ref.word()));
            if (id == null) {
                form.rejectAt(ref.pointer(), "There is no article \"" + shown(ref.word()) + "\".");
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
    private static String word(String ref) {
        return Uuid7.parse(ref).map(UUID::toString).orElse(ref);
    }

    private static String shown(String word) {
        return word.length() > LONGEST_SHOWN ? word.substring(0, word.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "…" : word;
    }
}
