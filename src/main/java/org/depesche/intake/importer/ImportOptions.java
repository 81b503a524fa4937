package org.depesche.intake.importer;

import java.util.UUID;

/**
 * How the records of one import are taken.
 *
 * @param site whose category slugs the records name
 * @param asDraft nothing becomes public
 * @param makeCategories a category that is unknown is made, instead of its records being rejected
 * @param submittedBy whose name the working copies bear
 */
public record ImportOptions(UUID site, boolean asDraft, boolean createCategories, String submittedBy) {
}
