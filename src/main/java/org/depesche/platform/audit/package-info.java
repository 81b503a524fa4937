/**
 * The audit, read and kept: what {@link org.depesche.platform.audit.AuditLog} recorded is shown to admins here and deleted when
 * its time is over. Never writes an entry.
 */
@NullMarked
package org.depesche.platform.audit;

import org.jspecify.annotations.NullMarked;
