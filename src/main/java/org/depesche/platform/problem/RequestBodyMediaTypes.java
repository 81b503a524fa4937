package org.depesche.platform.problem;

import java.util.List;

/** Returns the media types that an endpoint reads. The package that owns the routes implements it. */
public interface RequestBodyMediaTypes {

    /** Empty if the method has no body. */
    List<String> of(String method, String path);
}
