package org.yiwang.forms.platform.internal;

import jakarta.interceptor.InvocationContext;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.Simulation;

/**
 * 推演中的拒绝: the container dooms the whole transaction when a {@link Refusal} leaves a transactional method. In a
 * simulation only the step is undone, by savepoint; so the refusal passes the container's interceptor as a checked
 * exception, which dooms nothing, and is itself again on the other side. Outside a simulation nothing is different.
 */
final class SimulatedRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** The container's interceptors of {@code @Transactional} stand at PLATFORM_BEFORE + 200. */
    static final int BEHIND_THE_CONTAINER = 300;

    static final int BEFORE_THE_CONTAINER = 100;

    private SimulatedRefusal(Refusal refusal) {
        super(null, refusal, false, false);
    }

    static Object carry(InvocationContext call) throws Exception {
        if (!Simulation.running()) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (Refusal refusal) {
            throw new SimulatedRefusal(refusal);
        }
    }

    static Object handOver(InvocationContext call) throws Exception {
        if (!Simulation.running()) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (SimulatedRefusal carried) {
            throw (Refusal) carried.getCause();
        }
    }

    /** A transaction of its own, or none, would outlive the simulation. */
    static Object stay(InvocationContext call) throws Exception {
        if (Simulation.running()) {
            throw new IllegalStateException("a simulation would leave its transaction in "
                    + call.getMethod().getDeclaringClass().getSimpleName() + '.'
                    + call.getMethod().getName());
        }
        return call.proceed();
    }
}
