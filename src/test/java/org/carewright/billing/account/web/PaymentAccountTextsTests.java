package org.carewright.billing.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.carewright.integrations.account.AccountKind;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@CarewrightTest
class PaymentAccountTextsTests {

    @Autowired
    List<AccountKind> kinds;

    @Autowired
    MessageSource messages;

    @Test
    void everyFieldOfEveryProviderHasALabelAndAHint() {
        assertThat(kinds).extracting(kind -> kind.gateway().code()).contains("stripe", "razorpay", "upi");
        for (var kind : kinds) {
            for (var field : kind.fields()) {
                var key = "payment-accounts.field." + kind.gateway().code() + "." + field.name();
                assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
                assertThat(messages.getMessage(key + ".hint", null, Locale.ENGLISH))
                        .isNotBlank();
            }
        }
    }
}
