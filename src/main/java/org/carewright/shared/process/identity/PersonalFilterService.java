package org.carewright.shared.process.identity;

import java.util.List;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * The engine's filter service, for which a stored query of tasks that {@link #NOBODY} has taken means the tasks of
 * whoever asks. Stored queries may hold no expression, because an expression is code that anyone who may store a query
 * could write; this is one fixed meaning instead.
 */
class PersonalFilterService extends FilterServiceImpl {

    /** No account has this id. */
    static final String NOBODY = "whoever-asks";

    @Override
    public <T> List<T> list(String filterId) {
        return list(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q narrower) {
        return super.list(filterId, personal(filterId, narrower));
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        return listPage(filterId, null, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q narrower, int first, int most) {
        return super.listPage(filterId, personal(filterId, narrower), first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        return singleResult(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q narrower) {
        return super.singleResult(filterId, personal(filterId, narrower));
    }

    @Override
    public Long count(String filterId) {
        return count(filterId, null);
    }

    @Override
    public Long count(String filterId, Query<?, ?> narrower) {
        return super.count(filterId, personal(filterId, narrower));
    }

    @SuppressWarnings("unchecked")
    private <Q extends Query<?, ?>> Q personal(String filterId, Q narrower) {
        var person = currentPerson();
        if (person == null || !isPersonal(filterId)) {
            return narrower;
        }
        var query = narrower == null ? new TaskQueryImpl() : (TaskQueryImpl) narrower;
        return (Q) query.taskAssignee(person);
    }

    /** Asks as whoever is signed in, so that a filter that isn't theirs stays unknown to them. */
    private boolean isPersonal(String filterId) {
        var filter = getFilter(filterId);
        return filter != null && filter.getQuery() instanceof TaskQueryImpl query && NOBODY.equals(query.getAssignee());
    }

    private String currentPerson() {
        return commandExecutor.execute(context -> context.getAuthenticatedUserId());
    }
}
