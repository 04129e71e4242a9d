package org.carewright.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** No table lets one clinic see another's rows (design §6). The lists here are reviewed: adding to them needs a reason. */
@CarewrightTest
class TenantTableTests {

    /** Tables without a clinic, and why that is right. */
    private static final Set<String> WITHOUT_CLINIC = Set.of(
            // Spring Session finds a session by its id before any clinic is known
            "identity.http_session",
            "identity.http_session_attributes",
            // Asked for before any scope is entered, and operators have no clinic; each statement names one account
            "identity.totp",
            "identity.passkey",
            "identity.recovery_code",
            "identity.sms_factor",
            // Signing keys are the platform's; apps' sessions are found by token before any clinic is known
            "identity.signing_key",
            "identity.token_family",
            "identity.refresh_token",
            // Failed sign-ins by hash, and devices that were right before: asked before any clinic is known
            "identity.sign_in_pause",
            "identity.known_device",
            // The sandbox plays the providers, which know nothing of clinics; never in production
            "integrations.sandbox_account",
            "integrations.sandbox_message",
            "integrations.sandbox_opt_out",
            "integrations.sandbox_fault",
            "integrations.sandbox_stripe_account",
            "integrations.sandbox_stripe_object",
            "integrations.sandbox_stripe_key",
            "integrations.sandbox_stripe_event",
            "integrations.sandbox_razorpay_account",
            "integrations.sandbox_razorpay_object",
            "integrations.sandbox_razorpay_event",
            // Keys that sign the checkpoints of all logs, sealed
            "audit.signing_key",
            // Counts by hashed client address, before any clinic is known
            "shared.rate_limit",
            "migrations.flyway_schema_history");

    /** Functions that look across clinics before a scope is known; none returns personal health information. */
    private static final Set<String> ACROSS_CLINICS = Set.of(
            "audit.logs_to_seal",
            "clinics.clinic_id_by_slug",
            "clinics.clinic_id_by_slug_before_live",
            "clinics.live_clinics",
            "clinics.clinics_for_operators",
            "clinics.all_clinic_ids",
            "clinics.wrapped_data_key",
            "clinics.clinic_id_by_sms_sender",
            "identity.account_by_email",
            "identity.account_by_id",
            "identity.accounts",
            "identity.factor_owner",
            "identity.move_security_stamp",
            "identity.api_key_by_hash",
            "identity.clinic_id_of_ticket",
            "identity.has_demo_accounts",
            "identity.create_operator",
            "identity.operator_account",
            "identity.change_operator_password",
            "identity.change_operator_profile",
            "billing.payment_by_object",
            "integrations.clinic_id_of_effect",
            "integrations.clinic_id_of_payment_object",
            "integrations.clinic_id_of_payment_ref",
            "integrations.clinic_id_of_provider_account",
            "scheduling.appointment_by_token",
            "scheduling.calendar_feed_by_token");

    private static final String OURS = " not in ('engine', 'information_schema') and n.nspname !~ '^pg_'";
    private static final String SAME_CLINIC =
            "(clinic_id = (NULLIF(current_setting('app.clinic_id'::text, true), ''::text))::uuid)";

    @Autowired
    JdbcTemplate database;

    @Test
    void everyTableWithAClinicIsIsolatedEvenFromItsOwner() {
        var isolated = tables("c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policies p"
                + " where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'clinic_isolation'"
                + " and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.roles = '{public}'"
                + " and p.qual = '" + SAME_CLINIC.replace("'", "''") + "'"
                + " and p.with_check = '" + SAME_CLINIC.replace("'", "''") + "')");

        assertThat(isolated).containsExactlyElementsOf(tables(HAS_CLINIC)).isNotEmpty();
    }

    @Test
    void everyTableWithoutAClinicIsOnTheReviewedList() {
        assertThat(WITHOUT_CLINIC).containsAll(tables("not " + HAS_CLINIC));
    }

    @Test
    void onlyTheLookUpRoleIsLetPastIsolation() {
        var others = database.queryForList(
                "select schemaname || '.' || tablename || ' ' || policyname from pg_policies"
                        + " where policyname <> 'clinic_isolation' and roles <> '{carewright_lookup}'",
                String.class);

        assertThat(others).isEmpty();
    }

    @Test
    void theApplicationsRoleHasNoPowerOfItsOwn() {
        var role = database.queryForMap("select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolname,"
                + " (select count(*) from pg_auth_members m where m.member = r.oid) as memberships,"
                + " (select count(*) from pg_class c where c.relowner = r.oid) as owned"
                + " from pg_roles r where rolname = current_user");

        assertThat(role)
                .containsEntry("rolsuper", false)
                .containsEntry("rolbypassrls", false)
                .containsEntry("rolcreatedb", false)
                .containsEntry("rolcreaterole", false)
                .containsEntry("memberships", 0L)
                .containsEntry("owned", 0L);
    }

    @Test
    void theApplicationCannotCreateTables() {
        var creatable = database.queryForList(
                "select nspname from pg_namespace n where has_schema_privilege(oid, 'create') and nspname !~ '^pg_'",
                String.class);

        assertThat(creatable).isEmpty();
        assertThatThrownBy(() -> database.execute("create table scheduling.intruder (id int)"))
                .hasStackTraceContaining("permission denied for schema scheduling");
    }

    @Test
    void theApplicationCannotTruncateOrAddTriggers() {
        assertThat(tables("has_table_privilege(c.oid, 'truncate') or has_table_privilege(c.oid, 'trigger')"))
                .isEmpty();
    }

    @Test
    void onlyReviewedFunctionsRunWithTheirOwnersRights() {
        var definers = new TreeSet<>(database.queryForList(
                "select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        + " where p.prosecdef and n.nspname" + OURS,
                String.class));

        assertThat(definers).isEqualTo(new TreeSet<>(ACROSS_CLINICS));
    }

    @Test
    void functionsAcrossClinicsPinTheirSearchPathAndBelongToTheLookUpRole() {
        var careless = database.queryForList(
                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef"
                        + " and n.nspname" + OURS + " and (p.proowner <> 'carewright_lookup'::regrole"
                        + " or p.proconfig is null or not 'search_path=\"\"' = any(p.proconfig))",
                String.class);

        assertThat(careless).isEmpty();
    }

    @Test
    void withoutAScopeNoRowIsVisible() {
        tables(HAS_CLINIC)
                .forEach(table -> assertThat(database.queryForObject("select count(*) from " + table, Long.class))
                        .as(table)
                        .isZero());
    }

    private static final String HAS_CLINIC = "exists (select from pg_attribute a where a.attrelid = c.oid"
            + " and a.attname = 'clinic_id' and not a.attisdropped)";

    private List<String> tables(String condition) {
        return database.queryForList(
                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'p') and n.nspname" + OURS + " and (" + condition
                        + ") order by 1",
                String.class);
    }
}
