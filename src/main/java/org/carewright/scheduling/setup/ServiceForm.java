package org.carewright.scheduling.setup;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedFields;
import org.carewright.shared.money.Amounts;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form of a service, at the desk and where operators prepare a clinic. What a form doesn't ask is as most clinics
 * have it. Amounts are typed in major units of the clinic's currency.
 */
public final class ServiceForm {

    public static final List<String> SPECIALITIES = List.of("pt", "ot", "slp", "aesthetics", "home_care");
    public static final List<String> MODES = List.of("in_person", "video", "phone");
    public static final List<String> NOTICE_UNITS = List.of("minutes", "hours", "days");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int SHORTEST_VISIT = 5;
    private static final int LONGEST_VISIT = 720;
    private static final int LONGEST_BUFFER = 240;
    private static final int SHORTEST_STEP = 5;
    private static final int LONGEST_STEP = 240;
    private static final int LONGEST_HORIZON = 730;
    private static final int MOST_SEATS = 100;
    private static final int MOST_VISITS = 999;
    private static final int MOST_NOTICE = 10_000;
    private static final long HIGHEST_PRICE = 10_000_000;

    private static final int STEP = 15;
    private static final int CLEAN_UP = 5;
    private static final int NOTICE = 60;
    private static final int HORIZON = 90;
    private static final Map<String, Integer> MINUTES_OF = Map.of("minutes", 1, "hours", 60, "days", 1440);

    private final TypedFields typed;

    private ServiceForm(MultiValueMap<String, String> typed) {
        this.typed = new TypedFields(typed);
    }

    /** @throws InvalidFormException naming the fields */
    public static ServiceDraft read(MultiValueMap<String, String> typed, Currency currency) {
        var form = new ServiceForm(typed);
        var draft = form.draft(currency);
        form.typed.orThrow();
        return draft;
    }

    private ServiceDraft draft(Currency currency) {
        var most = HIGHEST_PRICE * (long) Math.pow(10, currency.getDefaultFractionDigits());
        var price = typed.amount("price", currency, most);
        var rooms = typed.ids("rooms", false);
        return new ServiceDraft(
                typed.text("serviceName", true, LONGEST_NAME),
                typed.text("description", false, LONGEST_DESCRIPTION),
                typed.choice("speciality", SPECIALITIES),
                typed.choice("mode", MODES),
                typed.number("minutes", SHORTEST_VISIT, LONGEST_VISIT),
                price.orElse(0),
                deposit(price, currency, most),
                typed.number("before", 0, LONGEST_BUFFER, 0),
                typed.number("after", 0, LONGEST_BUFFER, rooms.isEmpty() ? 0 : CLEAN_UP),
                typed.number("step", SHORTEST_STEP, LONGEST_STEP, STEP),
                notice(),
                typed.number("horizon", 1, LONGEST_HORIZON, HORIZON),
                typed.value("perDay").isEmpty() ? null : typed.number("perDay", 1, MOST_VISITS),
                typed.number("seats", 1, MOST_SEATS, 1),
                typed.has("approval"),
                typed.ids("practitioners", true),
                rooms);
    }

    /** None typed: none. What is wrong is read as none. */
    private long deposit(OptionalLong price, Currency currency, long most) {
        if (typed.value("deposit").isEmpty()) {
            return 0;
        }
        var deposit = typed.amount("deposit", currency, most);
        if (deposit.isEmpty() || price.isEmpty()) {
            return 0;
        }
        if (deposit.getAsLong() > price.getAsLong()) {
            typed.wrong("deposit", "deposit_above_price");
            return 0;
        }
        return deposit.getAsLong();
    }

    private int notice() {
        if (!typed.has("notice")) {
            return NOTICE;
        }
        var unit = MINUTES_OF.get(typed.choice("noticeUnit", NOTICE_UNITS));
        return unit == null ? 0 : typed.number("notice", 0, MOST_NOTICE / unit) * unit;
    }

    /** What the form of a new service says at first. */
    public static MultiValueMap<String, String> blank() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("minutes", "45");
        times(typed, 0, 0, STEP, NOTICE, HORIZON, 1);
        return typed;
    }

    /** As {@link #read} reads it. */
    public static MultiValueMap<String, String> of(ServiceDraft draft, Currency currency) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("serviceName", draft.name());
        typed.add("description", draft.description());
        typed.add("speciality", draft.speciality());
        typed.add("mode", draft.mode());
        typed.add("minutes", String.valueOf(draft.minutes()));
        typed.add("price", Amounts.text(draft.priceMinor(), currency));
        typed.add("deposit", draft.depositMinor() == 0 ? "" : Amounts.text(draft.depositMinor(), currency));
        times(
                typed,
                draft.beforeMinutes(),
                draft.afterMinutes(),
                draft.stepMinutes(),
                draft.noticeMinutes(),
                draft.horizonDays(),
                draft.seats());
        typed.add(
                "perDay", draft.perDayLimit() == null ? "" : draft.perDayLimit().toString());
        if (draft.approvalRequired()) {
            typed.add("approval", "true");
        }
        draft.practitioners().forEach(id -> typed.add("practitioners", id.toString()));
        draft.resources().forEach(id -> typed.add("rooms", id.toString()));
        return typed;
    }

    private static void times(
            MultiValueMap<String, String> typed, int before, int after, int step, int notice, int horizon, int seats) {
        typed.add("before", String.valueOf(before));
        typed.add("after", String.valueOf(after));
        typed.add("step", String.valueOf(step));
        var unit = notice == 0 ? "hours" : "minutes";
        for (var larger : NOTICE_UNITS) {
            unit = notice > 0 && notice % MINUTES_OF.get(larger) == 0 ? larger : unit;
        }
        typed.add("notice", String.valueOf(notice / MINUTES_OF.get(unit)));
        typed.add("noticeUnit", unit);
        typed.add("horizon", String.valueOf(horizon));
        typed.add("seats", String.valueOf(seats));
    }
}
