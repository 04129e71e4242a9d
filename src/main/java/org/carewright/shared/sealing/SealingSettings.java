package org.carewright.shared.sealing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platform key comes from.
 *
 * @param platformKey 32 bytes, base64; wraps the clinics' data keys. Required in production
 * @param platformKeyFile used when no key is given: made at the first start, development only
 */
@ConfigurationProperties("carewright.sealing")
record SealingSettings(@DefaultValue("") String platformKey, @DefaultValue("data/platform.key") Path platformKeyFile) {}
