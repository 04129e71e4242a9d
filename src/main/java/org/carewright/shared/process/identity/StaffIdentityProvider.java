package org.carewright.shared.process.identity;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.carewright.shared.process.StaffDirectory;

/**
 * The engine's identity service over our accounts. It only reads, so the engine offers no pages to create users. People
 * sign in with us, never with the engine: no password is right here.
 */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

    private final StaffDirectory directory;

    StaffIdentityProvider(StaffDirectory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String userId) {
        return createUserQuery(Context.getCommandContext()).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffUserQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), directory);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Users are not in the engine's tables");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return createGroupQuery(Context.getCommandContext()).groupId(groupId).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroupQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), directory);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return createTenantQuery(Context.getCommandContext()).tenantId(tenantId).singleResult();
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new ClinicTenantQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), directory);
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** The clinics of whoever asks through a web app; null when the engine itself or one of our services asks. */
    static List<String> clinicsOfWhoAsks() {
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return null;
        }
        return person.getTenantIds() == null ? List.of() : person.getTenantIds();
    }
}
