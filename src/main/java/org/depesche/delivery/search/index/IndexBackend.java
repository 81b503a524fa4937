package org.depesche.delivery.search.index;

/** An implementation of indexes. Another backend is another room with an implementation of this interface. */
public interface IndexBackend {

    /** The value of {@code depesche.search.backend} that selects this backend. */
    String name();

    /** Opens the store of this backend. Only the selected backend is opened. The call makes no connection. */
    IndexStore open();
}
