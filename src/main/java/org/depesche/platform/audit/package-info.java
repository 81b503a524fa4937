/**
 * The audit log. Use cases record an {@link org.depesche.platform.audit.AuditAction} with
 * {@link org.depesche.platform.audit.AuditLog}, in the transaction of the action; admins read the entries at
 * {@link org.depesche.platform.audit.AuditResource}. An entry never changes, unless
 * {@link org.depesche.platform.audit.CallerErasure} removes the name of a person; old entries are deleted.
 */
@NullMarked
package org.depesche.platform.audit;

import org.jspecify.annotations.NullMarked;
