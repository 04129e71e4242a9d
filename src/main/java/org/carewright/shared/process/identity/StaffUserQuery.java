package org.carewright.shared.process.identity;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.carewright.shared.process.StaffDirectory;
import org.carewright.shared.process.StaffDirectory.Member;

/** Finds people for the engine; who asks through a web app finds only people of their own clinics, and themselves. */
class StaffUserQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient StaffDirectory directory;

    StaffUserQuery(CommandExecutor commands, StaffDirectory directory) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        var order = Matching.<Member>order(getOrderingProperties(), StaffUserQuery::property, Member::id);
        return Matching.page(found(context).sorted(order).map(StaffUserQuery::toUser), this, page);
    }

    private Stream<Member> found(CommandContext context) {
        var candidates = id != null ? directory.find(id).stream() : directory.members(tenantId, groupId).stream();
        return candidates
                .filter(person -> Matching.in(ids, person.id()))
                .filter(person -> groupId == null || person.groupIds().contains(groupId))
                .filter(person -> tenantId == null || person.clinicIds().contains(tenantId))
                .filter(person -> Matching.is(firstName, person.displayName()))
                .filter(person -> Matching.like(firstNameLike, person.displayName()))
                .filter(person -> lastName == null && email == null)
                .filter(person -> Matching.like(lastNameLike, "") && Matching.like(emailLike, ""))
                .filter(person -> procDefId == null)
                .filter(person -> isKnownToWhoAsks(person, context));
    }

    private static boolean isKnownToWhoAsks(Member person, CommandContext context) {
        var clinics = StaffIdentityProvider.clinicsOfWhoAsks();
        return clinics == null
                || person.id().equals(context.getAuthentication().getUserId())
                || !Collections.disjoint(clinics, person.clinicIds());
    }

    private static Function<Member, String> property(String name) {
        return UserQueryProperty.FIRST_NAME.getName().equals(name) ? Member::displayName : Member::id;
    }

    /** The whole name is the first name: names aren't two words everywhere. The engine needs no e-mail address. */
    private static User toUser(Member person) {
        var user = new UserEntity(person.id());
        user.setFirstName(person.displayName());
        user.setLastName("");
        return user;
    }
}
