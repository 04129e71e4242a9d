package org.carewright.integrations.sendgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sendgrid.Method;
import com.sendgrid.Request;
import com.sendgrid.Response;
import com.sendgrid.SendGrid;
import com.sendgrid.helpers.mail.Mail;
import com.sendgrid.helpers.mail.objects.Attachments;
import com.sendgrid.helpers.mail.objects.Content;
import com.sendgrid.helpers.mail.objects.Email;
import com.sendgrid.helpers.mail.objects.Personalization;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.http.Answers;
import org.carewright.integrations.http.ProviderBreaker;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.springframework.stereotype.Component;

/** Sends mail with SendGrid's mail/send; SendGrid has no idempotency key, so the caller uses effects. */
@Component
class SendGridEmailSender implements EmailSender {

    static final String PROVIDER = "sendgrid";
    /** Custom argument that SendGrid repeats in each event about the mail. */
    static final String EFFECT_ID = "effect_id";

    private static final String MAIL_SEND = "mail/send";
    private static final String MESSAGE_ID_HEADER = "x-message-id";

    private final SendGridAccount account;
    private final SendGridTransport transport;
    private final ProviderBreaker breaker;
    private final ObjectMapper json;

    SendGridEmailSender(SendGridAccount account, ProviderHttp http, ProviderBreakers breakers, ObjectMapper json) {
        this.account = account;
        this.transport = new SendGridTransport(http);
        this.breaker = breakers.of(PROVIDER);
        this.json = json;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public SendResult send(OutgoingEmail email) {
        return account.access()
                .map(access -> breaker.call(() -> send(email, access)))
                .orElseGet(() -> new SendResult.NotTaken("not_configured", "No SendGrid account is configured"));
    }

    private SendResult send(OutgoingEmail email, SendGridAccount.Access access) {
        var sendGrid = new SendGrid(access.apiKey(), transport);
        sendGrid.setHost(access.baseUrl());
        try {
            var request = new Request();
            request.setMethod(Method.POST);
            request.setEndpoint(MAIL_SEND);
            request.setBody(mail(email).build());
            return result(sendGrid.api(request));
        } catch (IOException e) {
            return Answers.ofFailure(e);
        }
    }

    private static Mail mail(OutgoingEmail email) {
        var to = new Personalization();
        to.addTo(new Email(email.toAddress(), email.toName()));
        to.addCustomArg(EFFECT_ID, email.effectId().toString());
        var mail = new Mail();
        mail.setFrom(new Email(email.fromAddress(), email.fromName()));
        if (email.replyTo() != null) {
            mail.setReplyTo(new Email(email.replyTo()));
        }
        mail.setSubject(email.subject());
        mail.addPersonalization(to);
        mail.addContent(new Content("text/plain", email.text()));
        if (email.html() != null) {
            mail.addContent(new Content("text/html", email.html()));
        }
        email.attachments().forEach(attachment -> mail.addAttachments(attachment(attachment)));
        return mail;
    }

    private static Attachments attachment(OutgoingEmail.Attachment attachment) {
        var sent = new Attachments();
        sent.setFilename(attachment.fileName());
        sent.setType(attachment.contentType());
        sent.setDisposition("attachment");
        sent.setContent(Base64.getEncoder().encodeToString(attachment.content()));
        return sent;
    }

    private SendResult result(Response response) {
        var status = response.getStatusCode();
        if (status >= 200 && status < 300) {
            return new SendResult.Accepted(response.getHeaders().get(MESSAGE_ID_HEADER));
        }
        return Answers.ofError(status, "http_" + status, refusedField(response.getBody()));
    }

    /** Names the field SendGrid complains about; its message is left out, as it may repeat the address. */
    private String refusedField(String body) {
        try {
            var field = json.readTree(body).path("errors").path(0).path("field").asText("");
            return field.isEmpty() ? "refused" : "refused: " + field.toLowerCase(Locale.ROOT);
        } catch (JsonProcessingException e) {
            return "refused";
        }
    }
}
