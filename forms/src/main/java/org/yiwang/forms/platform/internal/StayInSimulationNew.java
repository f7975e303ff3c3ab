package org.yiwang.forms.platform.internal;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** See {@link SimulatedRefusal}: refuses a transaction of its own within a simulation. */
@Transactional(TxType.REQUIRES_NEW)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + SimulatedRefusal.BEFORE_THE_CONTAINER)
class StayInSimulationNew {

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return SimulatedRefusal.stay(call);
    }
}
