package org.carewright.shared.process.identity;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.carewright.shared.process.StaffDirectory;

/** Finds clinics for the engine; who asks through a web app finds only their own. The id serves as name. */
class ClinicTenantQuery extends TenantQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient StaffDirectory directory;

    ClinicTenantQuery(CommandExecutor commands, StaffDirectory directory) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
        var order =
                Matching.<String>order(getOrderingProperties(), property -> Function.identity(), Function.identity());
        return Matching.page(found().sorted(order).map(ClinicTenantQuery::toTenant), this, page);
    }

    private Stream<String> found() {
        var clinicsOfWhoAsks = StaffIdentityProvider.clinicsOfWhoAsks();
        Collection<String> candidates = userId == null
                ? directory.clinicIds()
                : directory.find(userId).map(StaffDirectory.Member::clinicIds).orElse(List.of());
        return candidates.stream()
                .filter(clinic -> Matching.is(id, clinic))
                .filter(clinic -> Matching.in(ids, clinic))
                .filter(clinic -> Matching.is(name, clinic))
                .filter(clinic -> Matching.like(nameLike, clinic))
                .filter(clinic -> groupId == null)
                .filter(clinic -> clinicsOfWhoAsks == null || clinicsOfWhoAsks.contains(clinic));
    }

    private static Tenant toTenant(String clinicId) {
        var tenant = new TenantEntity(clinicId);
        tenant.setName(clinicId);
        return tenant;
    }
}
