package org.depesche.content.editorial;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of revisions. */
@Schema(name = "RevisionList", description = "Revisions, the newest first")
record RevisionList(@Schema(required = true) List<RevisionView> items, @Schema(required = true) Page page) {
}
