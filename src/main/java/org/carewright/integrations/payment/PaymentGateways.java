package org.carewright.integrations.payment;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.integrations.effect.Effects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The gateways money goes through, each made safe to repeat. */
@Service
public class PaymentGateways {

    private final Map<Gateway, PaymentGateway> gateways;

    PaymentGateways(ObjectProvider<PaymentGateway> adapters, Effects effects) {
        this.gateways = adapters.stream()
                .map(adapter -> (PaymentGateway) new OnceGateway(adapter, effects))
                .collect(Collectors.toUnmodifiableMap(PaymentGateway::gateway, Function.identity()));
    }

    /** Whether calls to it are made at all: UPI links and money over the counter have no provider. */
    public boolean has(Gateway gateway) {
        return gateways.containsKey(gateway);
    }

    /**
     * That gateway; its calls can be repeated at once, always with the same result.
     *
     * @throws IllegalArgumentException when it is one without a provider, see {@link #has}
     */
    public PaymentGateway of(Gateway gateway) {
        var found = gateways.get(gateway);
        if (found == null) {
            throw new IllegalArgumentException("There are no calls to " + gateway);
        }
        return found;
    }
}
