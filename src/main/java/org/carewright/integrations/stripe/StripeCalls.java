package org.carewright.integrations.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.concurrent.atomic.AtomicReference;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.http.NotReachedException;
import org.carewright.integrations.http.ProviderBreaker;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls through the SDK with an account's key, each sent once, and what their answers mean. */
@Component
class StripeCalls {

    static final String PROVIDER = "stripe";

    private static final String LIVE_API = "https://api.stripe.com";
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final StripeSettings settings;
    private final StripeTransport transport;
    private final ProviderBreaker breaker;
    private final ObjectProvider<StripeSandboxAccounts> sandbox;

    StripeCalls(
            StripeSettings settings,
            ProviderHttp http,
            ProviderBreakers breakers,
            ObjectProvider<StripeSandboxAccounts> sandbox) {
        this.settings = settings;
        this.transport = new StripeTransport(http);
        this.breaker = breakers.of(PROVIDER);
        this.sandbox = sandbox;
    }

    /** A call through the SDK. */
    interface Call<T> {
        T make(StripeClient client) throws StripeException;
    }

    static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    <T> StripeAnswer<T> call(ConnectedAccount account, Call<T> call) {
        var client = client(account);
        var answer = new AtomicReference<StripeAnswer<T>>();
        var unsettled = new AtomicReference<StripeUnsettledException>();
        var result = breaker.call(() -> {
            try {
                answer.set(make(client, call));
                return answer.get() instanceof StripeAnswer.NotTaken<T> notTaken
                        ? new SendResult.NotTaken(notTaken.code(), notTaken.code())
                        : new SendResult.Accepted(PROVIDER);
            } catch (StripeUnsettledException e) {
                unsettled.set(e);
                return new SendResult.Unknown(e.getMessage());
            }
        });
        if (unsettled.get() != null) {
            throw unsettled.get();
        }
        // Without an answer the breaker has made no call.
        return answer.get() == null ? new StripeAnswer.NotTaken<>(((SendResult.NotTaken) result).code()) : answer.get();
    }

    private static <T> StripeAnswer<T> make(StripeClient client, Call<T> call) {
        try {
            return new StripeAnswer.Ok<>(call.make(client));
        } catch (CardException e) {
            return new StripeAnswer.Card<>(e.getStripeError());
        } catch (IdempotencyException e) {
            // The same id of ours with other content: a mistake of ours that a repetition doesn't mend.
            throw new IllegalStateException("Stripe knows the idempotency key with other parameters", e);
        } catch (ApiConnectionException e) {
            if (e.getCause() instanceof NotReachedException) {
                return new StripeAnswer.NotTaken<>("not_reached");
            }
            throw new StripeUnsettledException("connection");
        } catch (StripeException e) {
            return meaning(e);
        }
    }

    private static <T> StripeAnswer<T> meaning(StripeException e) {
        var status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        if (status == 0 || status >= SERVER_ERROR) {
            throw new StripeUnsettledException("http_" + status);
        }
        if (status == 401 || status == 403 || status == CONFLICT || status == TOO_MANY) {
            return new StripeAnswer.NotTaken<>("http_" + status);
        }
        return new StripeAnswer.Refused<>(status, e.getCode() == null ? "http_" + status : e.getCode());
    }

    private StripeClient client(ConnectedAccount account) {
        var apiKey = account.credential(StripeAccountKind.SECRET_KEY);
        return StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(baseUrl(apiKey))
                .setMaxNetworkRetries(0)
                .setHttpClient(transport)
                .build();
    }

    /** Where a key belongs: what an operator has set for all, else the sandbox for its own keys and Stripe for the rest. */
    private String baseUrl(String apiKey) {
        var ours = sandbox.getIfAvailable();
        if (!settings.baseUrl().isBlank()) {
            return settings.baseUrl();
        }
        return ours != null && ours.isOurs(apiKey) ? ours.url() : LIVE_API;
    }
}
