package org.yiwang.workflow.action;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;

/** 办件动作: one door for programs and pages; behind each action stands the use case that says it performs it. */
@ApplicationScoped
public class CaseActions {

    @Inject
    @Any
    Instance<ActionUseCase<?>> found;

    private final Map<CaseAction, ActionUseCase<?>> useCases = new EnumMap<>(CaseAction.class);

    @PostConstruct
    void collect() {
        for (ActionUseCase<?> useCase : found) {
            if (useCases.put(useCase.action(), useCase) != null) {
                throw new IllegalStateException("two use cases perform " + useCase.action());
            }
        }
    }

    public CaseView perform(Actor actor, CaseNo no, ActionRequest request) {
        return perform(of(request.action()), actor, no, request);
    }

    /**
     * 事前查询: asks the outside what the action will need. Call it before the transaction of the action; done without, the
     * action asks after its commit.
     */
    public ActionRequest ask(CaseNo no, ActionRequest request) {
        return ask(of(request.action()), no, request);
    }

    private static <F> ActionRequest ask(ActionUseCase<F> useCase, CaseNo no, ActionRequest request) {
        Object found = useCase.beforehand(no, new Payload(request).as(useCase.fields()));
        return new ActionRequest(
                request.action(),
                request.seenVersion(),
                request.workItemId(),
                request.payload(),
                request.proof(),
                found);
    }

    private static <F> CaseView perform(ActionUseCase<F> useCase, Actor actor, CaseNo no, ActionRequest request) {
        F fields = new Payload(request).as(useCase.fields());
        return useCase.perform(
                actor,
                no,
                new ActionUseCase.Asked<>(
                        request.seenVersion(), request.workItemId(), fields, request.proof(), request.found()));
    }

    /** The record of fields an action takes; what the API's description is held against. */
    public Class<?> fields(CaseAction action) {
        return of(action).fields();
    }

    /** The actions that somebody can take by this door; the others time or another authority takes. */
    public Set<CaseAction> taken() {
        return Collections.unmodifiableSet(useCases.keySet());
    }

    private ActionUseCase<?> of(CaseAction action) {
        ActionUseCase<?> useCase = useCases.get(action);
        if (useCase == null) {
            throw new IllegalStateException("no use case performs " + action);
        }
        return useCase;
    }
}
