package org.depesche.content.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** An image cannot be deleted because something uses it, published or not. */
final class ImageInUse extends Problem {

    /** The number of users in the problem document. */
    static final int MAX_NAMED = 20;

    private static final long serialVersionUID = 1;

    /** @param users up to one more than {@link #MAX_NAMED}, which shows that there are more */
    ImageInUse(List<ImageUsages.ImageUsage> users) {
        super(ProblemType.CONFLICT, "It is in use: " + Stream.of(ImageUsages.ImageUsage.Kind.values())
                .map(kind -> sentence(kind, firstNamed(users))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "))
                + (users.size() > MAX_NAMED ? "; and more." : "."));
        for (var kind : ImageUsages.ImageUsage.Kind.values()) {
            with(kind.plural(), firstNamed(users).stream().filter(user -> user.kind() == kind)
                    .map(user -> Map.of("id", user.id(), "slug", user.slug())).toList());
        }
    }

    private static List<ImageUsages.ImageUsage> firstNamed(List<ImageUsages.ImageUsage> users) {
        return users.stream().limit(MAX_NAMED).toList();
    }

    private static String sentence(ImageUsages.ImageUsage.Kind kind, List<ImageUsages.ImageUsage> users) {
        var slugs = users.stream().filter(user -> user.kind() == kind).map(ImageUsages.ImageUsage::slug).toList();
        return slugs.isEmpty() ? "" : kind.plural() + " " + String.join(", ", slugs);
    }
}
