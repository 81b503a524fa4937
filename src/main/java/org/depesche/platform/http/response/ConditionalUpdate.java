package org.depesche.platform.http.response;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.MergePatch;
import org.depesche.platform.json.ReadOnlyMembers;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A PUT or PATCH of an existing resource. Both result in a complete document, so that a resource needs one reader:
 *
 * <pre>
 * update.check(etag);
 * var form = update.form(json.valueToTree(view), READ_ONLY);
 * </pre>
 */
public final class ConditionalUpdate {

    private final @Nullable String ifMatch;
    private final JsonForm request;
    private final boolean isPatch;

    private ConditionalUpdate(@Nullable String ifMatch, JsonForm request, boolean isPatch) {
        this.ifMatch = ifMatch;
        this.request = request;
        this.isPatch = isPatch;
    }

    /** Returns an update that replaces all members. An absent member is cleared. */
    public static ConditionalUpdate put(@Nullable String ifMatch, JsonForm request) {
        return new ConditionalUpdate(ifMatch, request, false);
    }

    /** Returns an update by a JSON merge patch (RFC 7396). An absent member stays, null clears. */
    public static ConditionalUpdate patch(@Nullable String ifMatch, JsonForm request) {
        return new ConditionalUpdate(ifMatch, request, true);
    }

    /** Checks If-Match: 428 without it, 412 if it names another version. */
    public void check(VersionETag etag) {
        etag.checkChange(ifMatch);
    }

    public boolean isPatch() {
        return isPatch;
    }

    public JsonForm request() {
        return request;
    }

    /** Returns the members that the resource is to have. The caller may change the document. */
    public ObjectNode document(ObjectNode current) {
        if (!isPatch) {
            return request.json().deepCopy();
        }
        var patched = MergePatch.apply(current, request.json());
        // A null that clears nothing stays, so that a member of an unknown name is an error and not lost.
        request.json().properties().stream().filter(member -> member.getValue().isNull() && !current.has(member.getKey()))
                .forEach(member -> patched.putNull(member.getKey()));
        return patched;
    }

    /** Returns the document as a form, with an error for each changed read-only member. */
    public JsonForm form(ObjectNode current, ReadOnlyMembers readOnly) {
        return readOnly.check(request, document(current), current);
    }
}
