package org.carewright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinic's rules for signing in, and from where it is administered (IAM-5, IAM-7). */
@CarewrightTest
class ClinicSecurityTests {

    private static final String PAGE = "/desk/settings/security";
    private static final String OWN = "127.0.0.1";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicScope scope;

    @Autowired
    ClinicSecurityService settings;

    private TestClinic clinic;
    private Visitor manager;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        manager = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.77, true",
        "203.0.113.0/24, 203.0.114.1, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8::/32, 2001:db8:1::5, true",
        "2001:db8::/32, 2001:db9::5, false",
        "2001:db8::1, 203.0.113.7, false",
        "0.0.0.0/0, 203.0.113.7, true"
    })
    void knowsWhichAddressesAreInARange(String range, String address, boolean inside) {
        assertThat(AddressRanges.contain(List.of(range), address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "clinic.example",
                "10.0.0.0/33",
                "10.0.0",
                "300.1.1.1",
                "2001:db8::/129",
                "::/-1",
                "/8",
                "a"
            })
    void refusesWhatIsNoRange(String text) {
        assertThat(AddressRanges.isRange(text)).isFalse();
        assertThat(change("15", "30", text).statusCode()).isEqualTo(422);
    }

    @Test
    void opensTheAdministrationForChosenAddressesOnly() {
        assertThat(change("15", "30", "127.0.0.0/8 ::1").statusCode()).isEqualTo(302);
        assertThat(manager.get(PAGE).statusCode()).isEqualTo(200);

        inClinic(() -> settings.change(new ClinicSecurity(15, 30, false, "203.0.113.0/24"), "203.0.113.9"));

        assertThat(manager.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(manager.get("/desk").statusCode()).isEqualTo(200);
    }

    /** A proxy on the private network tells the client's address; what a client tells about itself counts for nothing. */
    @Test
    void looksAtTheClientsAddressAsTheProxyTellsIt() {
        inClinic(() -> settings.change(new ClinicSecurity(15, 30, false, "203.0.113.0/24"), "203.0.113.9"));

        assertThat(manager.getThroughProxy(PAGE, "203.0.113.9").statusCode()).isEqualTo(200);
        assertThat(manager.getThroughProxy(PAGE, "198.51.100.1").statusCode()).isEqualTo(403);
        assertThat(manager.getThroughProxy(PAGE, "203.0.113.9, 198.51.100.1").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAddressesOfOneClinicDontConcernAnother() {
        inClinic(() -> settings.change(new ClinicSecurity(15, 30, false, "203.0.113.0/24"), "203.0.113.9"));
        var other = new Visitor(port).signedIn(staff.of(clinics.open(), Role.MANAGER));

        assertThat(other.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyLocksThemselvesOut() {
        var answer = change("15", "30", "203.0.113.0/24");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("adminAddresses-error", OWN);
        assertThat(manager.get(PAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"4, 30", "31, 30", "15, 4", "15, 61", "x, 30", "15, ''"})
    void keepsTimesWithinTheirBounds(String staffMinutes, String portalMinutes) {
        assertThat(change(staffMinutes, portalMinutes, "").statusCode()).isEqualTo(422);
        assertThat(inClinic(settings::current)).isEqualTo(ClinicSecurity.DEFAULT);
    }

    @Test
    void onlyWhoManagesTheClinicChangesIt() {
        var receptionist = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));

        assertThat(receptionist.get(PAGE).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> change(String staffMinutes, String portalMinutes, String addresses) {
        return manager.postForm(
                PAGE,
                Map.of(
                        "staffIdleMinutes", staffMinutes,
                        "portalIdleMinutes", portalMinutes,
                        "adminAddresses", addresses,
                        "_csrf", manager.csrfToken(PAGE)));
    }

    private <T> T inClinic(Supplier<T> work) {
        return scope.call(clinic.id(), work);
    }
}
