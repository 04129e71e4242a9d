package org.carewright.integrations.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A module that cares for events of provider {@code test}, and fails when told to. */
@Component
class TestEvents implements ProviderEventHandler {

    static final String PROVIDER = "test";

    final List<StoredProviderEvent> handled = new ArrayList<>();
    boolean failing;

    @Override
    public boolean handles(String provider, String kind) {
        return PROVIDER.equals(provider);
    }

    @Override
    public void handle(StoredProviderEvent event) {
        if (failing) {
            throw new IllegalStateException("asked to fail");
        }
        handled.add(event);
    }
}
