package org.carewright.shared.process.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.carewright.shared.process.StaffDirectory;

/** Finds roles for the engine; roles are the same in every clinic. */
class StaffGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "ROLE";

    private final transient StaffDirectory directory;

    StaffGroupQuery(CommandExecutor commands, StaffDirectory directory) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        var order = Matching.<StaffDirectory.Group>order(
                getOrderingProperties(),
                property -> GroupQueryProperty.NAME.getName().equals(property)
                        ? StaffDirectory.Group::name
                        : StaffDirectory.Group::id,
                StaffDirectory.Group::id);
        return Matching.page(found().sorted(order).map(StaffGroupQuery::toGroup), this, page);
    }

    private Stream<StaffDirectory.Group> found() {
        var ofUser = Optional.ofNullable(userId).map(user -> directory
                .find(user)
                .map(StaffDirectory.Member::groupIds)
                .orElse(List.of()));
        return directory.groups().stream()
                .filter(group -> ofUser.isEmpty() || ofUser.get().contains(group.id()))
                .filter(group -> Matching.is(id, group.id()))
                .filter(group -> Matching.in(ids, group.id()))
                .filter(group -> Matching.is(name, group.name()))
                .filter(group -> Matching.like(nameLike, group.name()))
                .filter(group -> Matching.is(type, TYPE))
                .filter(group -> tenantId == null && procDefId == null);
    }

    private static Group toGroup(StaffDirectory.Group found) {
        var group = new GroupEntity(found.id());
        group.setName(found.name());
        group.setType(TYPE);
        return group;
    }
}
