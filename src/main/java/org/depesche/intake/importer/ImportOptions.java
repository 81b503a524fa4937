package org.depesche.intake.importer;

import java.util.UUID;

/**
 * How to import the records of an upload.
 * @param site the site whose category slugs the records name
 * @param asDraft whether the articles stay drafts
 * @param createCategories whether to create unknown categories, instead of rejecting their records
 * @param submittedBy the name that the revisions have as their author
 */
public record ImportOptions(UUID site, boolean asDraft, boolean createCategories, String submittedBy) {
}
