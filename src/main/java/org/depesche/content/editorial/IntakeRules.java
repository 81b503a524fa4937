package org.depesche.content.editorial;

import java.util.UUID;

/**
 * How records are taken.
 *
 * @param site whose categories records name that name no site themselves
 * @param asDraft nothing becomes public
 * @param makesCategories an unknown category is made instead of rejecting its records
 * @param by whose name the working copies bear
 */
public record IntakeRules(UUID site, boolean asDraft, boolean makesCategories, String by) {
}
