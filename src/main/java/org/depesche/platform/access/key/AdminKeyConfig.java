package org.depesche.platform.access.key;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/**
 * The admin key that an operator chooses: {@code DEPESCHE_ADMIN_KEY}, or {@code DEPESCHE_ADMIN_KEY_FILE} for a mounted
 * secret.
 */
@ConfigMapping(prefix = "depesche.admin")
public interface AdminKeyConfig {

    Optional<String> key();

    Optional<Path> keyFile();
}
