package org.depesche.content.editorial;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Reads and replaces the working copies that the current caller may edit: authors their own, editors all. */
@ApplicationScoped
public class EditableWorkingCopies {

    private final WorkingCopyRepository copies;
    private final Caller caller;
    private final Clock clock;

    EditableWorkingCopies(WorkingCopyRepository copies, Caller caller, Clock clock) {
        this.copies = copies;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Finds a working copy that the caller may edit.
     *
     * @param ref an id, slug or former slug
     * @throws Problem 404, also for an article of somebody else
     */
    public WorkingCopy find(String ref) {
        return find(ref, false);
    }

    /** Finds a working copy as {@link #find(String)} does, and locks it until the transaction ends. */
    public WorkingCopy findForUpdate(String ref) {
        return find(ref, true);
    }

    private WorkingCopy find(String ref, boolean forUpdate) {
        var key = Uuid7.parse(ref).map(UUID::toString).orElse(ref);
        return Optional.ofNullable(copies.findIds(List.of(ref)).get(key)).flatMap(id -> copies.byId(id, forUpdate))
                .filter(this::isEditable)
                .orElseThrow(EditableWorkingCopies::notFound);
    }

    private boolean isEditable(WorkingCopy copy) {
        return caller.hasRole(Role.EDITOR) || caller.id().equals(copy.metadata().creator().id());
    }

    /** Returns the 404 that hides articles of other people, too: only those who may edit a draft may know that it exists. */
    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND,
                "There is no such article, or it is somebody else's and takes the role editor.");
    }

    /** Replaces working copies. A copy whose replacement has another revision number is archived as a revision first. */
    public void replace(List<WorkingCopy> before, List<WorkingCopy> after) {
        copies.archivePresentRevisions(IntStream.range(0, before.size())
                .filter(i -> before.get(i).metadata().revision() != after.get(i).metadata().revision())
                .mapToObj(i -> before.get(i).metadata().id()).toList());
        copies.update(after);
    }

    /** Returns a save by the caller, at the present time. */
    public WorkingCopyMetadata.Save newSave(WorkingCopyMetadata.SaveKind kind) {
        return new WorkingCopyMetadata.Save(clock.instant(), caller.name(), caller.id(), kind);
    }
}
