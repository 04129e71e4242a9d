package org.carewright.onboarding.clinic;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.carewright.clinics.NewClinic;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** What the operator tells of a new clinic: the form {@code create-clinic}. */
@Component
public class NewClinicForm {

    private static final String FORM = "create-clinic";

    private final Processes processes;

    NewClinicForm(Processes processes) {
        this.processes = processes;
    }

    /** The clinic with who shall lead it. */
    public record Checked(NewClinic clinic, String managerName, String managerEmail) {}

    public FormDefinition definition() {
        return processes.form(FORM);
    }

    /** The choices of the form. @param reader the language of countries' and currencies' names */
    public Map<String, Object> data(Locale reader) {
        return Map.of(
                "countries",
                options(
                        Arrays.stream(Locale.getISOCountries()),
                        code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(reader)),
                "currencies",
                options(
                        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
                        code -> Currency.getInstance(code).getDisplayName(reader) + " (" + code + ")"),
                "timeZones",
                options(
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.matches(
                                        "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")),
                        id -> id.replace('_', ' ')),
                "languages",
                Languages.offered().stream()
                        .map(language -> option(language.getDisplayName(reader), language.toLanguageTag()))
                        .toList());
    }

    /** @throws InvalidFormException naming the fields that are wrong */
    public Checked check(Map<String, Object> submitted) {
        var values = definition().check(submitted, data(Locale.ENGLISH)).valuesOrThrow();
        var country = text(values, "country");
        var clinic = new NewClinic(
                text(values, "slug"),
                text(values, "name"),
                text(values, "kind"),
                ZoneId.of(text(values, "timeZone")),
                Currency.getInstance(text(values, "currency")),
                locale(text(values, "language"), country),
                country,
                text(values, "accentColour"),
                text(values, "email"),
                text(values, "phone"),
                text(values, "address"),
                null);
        return new Checked(clinic, text(values, "managerName"), text(values, "managerEmail"));
    }

    /** Dates and numbers are written as in the clinic's country, where its language doesn't say another one. */
    private static Locale locale(String language, String country) {
        var locale = Locale.forLanguageTag(language);
        return locale.getCountry().isEmpty()
                ? new Locale.Builder().setLocale(locale).setRegion(country).build()
                : locale;
    }

    private static String text(Map<String, Object> values, String key) {
        return String.valueOf(values.get(key)).strip();
    }

    private static List<Map<String, Object>> options(
            Stream<String> codes, java.util.function.UnaryOperator<String> label) {
        return codes.map(code -> option(label.apply(code), code))
                .sorted(Comparator.comparing(option -> String.valueOf(option.get("label"))))
                .toList();
    }

    private static Map<String, Object> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
