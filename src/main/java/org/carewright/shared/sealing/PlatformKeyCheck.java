package org.carewright.shared.sealing;

import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.stereotype.Component;

@Component
class PlatformKeyCheck implements ProductionCheck {

    private final SealingSettings settings;

    PlatformKeyCheck(SealingSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> problems() {
        return settings.platformKey().isBlank()
                ? List.of("CAREWRIGHT_SEALING_PLATFORM_KEY is missing: set 32 random bytes in base64, kept outside the"
                        + " database and its backups.")
                : List.of();
    }
}
