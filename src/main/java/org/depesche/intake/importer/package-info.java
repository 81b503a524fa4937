/**
 * Imports of many articles: uploads are stored while they are received, and imported in the background. Callers use
 * {@link org.depesche.intake.importer.Imports}. This room knows nothing of delivery, and writes articles through the
 * editorial rooms only.
 */
@NullMarked
package org.depesche.intake.importer;

import org.jspecify.annotations.NullMarked;
