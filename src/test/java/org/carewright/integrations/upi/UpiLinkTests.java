package org.carewright.integrations.upi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.UUID;
import org.carewright.shared.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpiLinkTests {

    private static final UUID PAYMENT = UUID.fromString("0b0f6ed4-3c8e-4b0e-9d1f-7a1f2b3c4d5e");
    private static final UpiPayee CLINIC = new UpiPayee("roshni@okhdfcbank", "Roshni Clinic & Wellness");

    @Test
    void isALinkThatAnyUpiAppPays() {
        assertThat(link("INR", 150_050, "RC-2026/7").text())
                .isEqualTo("upi://pay?pa=roshni@okhdfcbank&pn=Roshni%20Clinic%20Wellness"
                        + "&tr=0b0f6ed43c8e4b0e9d1f7a1f2b3c4d5e&tn=RC-2026%2F7&am=1500.50&cu=INR");
    }

    @ParameterizedTest
    @CsvSource({"1,0.01", "100,1.00", "99999,999.99", "50000000,500000.00"})
    void writesTheAmountExactlyWithoutGroups(long paise, String written) {
        assertThat(link("INR", paise, "x").text()).contains("&am=" + written + "&");
    }

    @ParameterizedTest
    @CsvSource({"INR,0", "INR,-100", "INR,50000001", "USD,100"})
    void isNotMadeForWhatUpiCannotPay(String currency, long minor) {
        assertThat(UpiLink.isPayable(Money.of(minor, currency))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> link(currency, minor, "x"));
    }

    @Test
    void encodesOtherScriptsAndLeavesOutWhatAppsStumbleOver() {
        var payee = new UpiPayee("a.b-c_d@upi", "रोशनी + Klinik \"क\"\n");

        var link = new UpiLink(payee, Money.of(100, "INR"), "R1", "a&b=c?#%").text();

        assertThat(link)
                .contains("&pn=%E0%A4%B0%E0%A5%8B")
                .contains("&tn=a%20b%20c&")
                .doesNotContain("+");
        assertThat(java.net.URI.create(link).getScheme()).isEqualTo("upi");
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        var payee = new UpiPayee("a@upi".replace("a", "ab"), "𝒳".repeat(60));

        var link = new UpiLink(payee, Money.of(100, "INR"), "R1", "n".repeat(80)).text();

        assertThat(link).contains("&tn=" + "n".repeat(50) + "&");
        assertThat(link.split("&pn=")[1].split("&")[0]).isEqualTo("%F0%9D%92%B3".repeat(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@upi", "no-at", "x y@upi", "ab@", "ab@1bank", "ab@upi&am=1", "ab@upi?x"})
    void takesOnlyUpiAddresses(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UpiPayee(address, "Clinic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with-dash", "123456789012345678901234567890123456", "a b"})
    void takesOnlyReferencesThatBanksPassOn(String reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpiLink(CLINIC, Money.of(100, "INR"), reference, "note"));
    }

    @Test
    void standsInTheCodeAsItIs() throws Exception {
        var link = link("INR", 150_050, "RC-2026-7");
        var modules = link.qrModules();
        var matrix = new BitMatrix(modules.length);
        for (var y = 0; y < modules.length; y++) {
            for (var x = 0; x < modules.length; x++) {
                if (modules[y][x] == 1) {
                    matrix.set(x, y);
                }
            }
        }

        assertThat(new Decoder().decode(matrix).getText()).isEqualTo(link.text());
        assertThat(link.qrSvg()).startsWith("<svg ");
        assertThat(link.qrDataUri()).startsWith("data:image/svg+xml;base64,");
    }

    private static UpiLink link(String currency, long minor, String note) {
        return new UpiLink(CLINIC, Money.of(minor, currency), UpiLink.reference(PAYMENT), note);
    }
}
