/**
 * The way in for many articles at once: uploads are stored while they are received and worked off in the background.
 * Door: {@link org.depesche.intake.importer.Imports}. Knows nothing of delivery; writes articles through the desk alone.
 */
@NullMarked
package org.depesche.intake.importer;

import org.jspecify.annotations.NullMarked;
