package org.depesche.platform.access;

/** Where a key comes from. */
enum KeyOrigin {
    /** Made by an admin. */
    REQUEST,
    /** Made by the first start and printed there. */
    FIRST_START,
    /** Given by the operator in the environment. */
    ENVIRONMENT
}
