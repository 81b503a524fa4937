package org.depesche.content.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** An image is not deleted while something shows it, or would show it once it is published. */
final class ImageInUse extends Problem {

    /** As many as a person reads. */
    static final int NAMED = 20;

    private static final long serialVersionUID = 1;

    /** @param users one more than are named: there are more */
    ImageInUse(List<ImageUser> users) {
        super(ProblemType.CONFLICT, "It is in use: " + Stream.of(ImageUser.Kind.values())
                .map(kind -> words(kind, named(users))).filter(words -> !words.isEmpty()).collect(Collectors.joining("; "))
                + (users.size() > NAMED ? "; and more." : "."));
        for (var kind : ImageUser.Kind.values()) {
            with(kind.plural(), named(users).stream().filter(user -> user.kind() == kind)
                    .map(user -> Map.of("id", user.id(), "slug", user.slug())).toList());
        }
    }

    private static List<ImageUser> named(List<ImageUser> users) {
        return users.stream().limit(NAMED).toList();
    }

    private static String words(ImageUser.Kind kind, List<ImageUser> users) {
        var slugs = users.stream().filter(user -> user.kind() == kind).map(ImageUser::slug).toList();
        return slugs.isEmpty() ? "" : kind.plural() + " " + String.join(", ", slugs);
    }
}
