package org.carewright.integrations.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.http.Answers;
import org.carewright.integrations.http.ProviderBreaker;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.integrations.sms.SmsSender;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Sends text messages with Twilio's Messages API; Twilio has no idempotency key, so the caller uses effects. */
@Component
class TwilioSmsSender implements SmsSender {

    static final String PROVIDER = "twilio";
    static final String STATUS_PATH = "/webhooks/twilio/status";
    /** Query parameter of the status callback; Twilio's signature covers it. */
    static final String EFFECT = "effect";

    private final TwilioAccount account;
    private final ProviderHttp http;
    private final ProviderBreaker breaker;
    private final PublicUrl publicUrl;

    TwilioSmsSender(TwilioAccount account, ProviderHttp http, ProviderBreakers breakers, PublicUrl publicUrl) {
        this.account = account;
        this.http = http;
        this.breaker = breakers.of(PROVIDER);
        this.publicUrl = publicUrl;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public SendResult send(OutgoingSms sms) {
        return account.access()
                .map(access -> breaker.call(() -> send(sms, access)))
                .orElseGet(() -> new SendResult.NotTaken("not_configured", "No Twilio account is configured"));
    }

    private SendResult send(OutgoingSms sms, TwilioAccount.Access access) {
        var client = new TwilioRestClient.Builder(access.accountSid(), access.authToken())
                .httpClient(new TwilioTransport(http, access.baseUrl()))
                .build();
        try {
            var message = Message.creator(new PhoneNumber(sms.to()), new PhoneNumber(sms.from()), sms.body())
                    .setStatusCallback(publicUrl.of(STATUS_PATH + "?" + EFFECT + "=" + sms.effectId()))
                    .create(client);
            return new SendResult.Accepted(message.getSid());
        } catch (ApiConnectionException e) {
            return e.getCause() instanceof IOException failure
                    ? Answers.ofFailure(failure)
                    : new SendResult.Unknown("Twilio's answer could not be read");
        } catch (ApiException e) {
            return result(e);
        }
    }

    /** Twilio's message is left out, as it may repeat the number. */
    private static SendResult result(ApiException failure) {
        var status = failure.getStatusCode();
        if (status == null) {
            return new SendResult.Unknown("Twilio's answer could not be read");
        }
        var code =
                failure.getCode() == null ? "http_" + status : failure.getCode().toString();
        return Answers.ofError(status, code, "Twilio error " + code);
    }
}
