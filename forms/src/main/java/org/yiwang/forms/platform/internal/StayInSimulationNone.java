package org.yiwang.forms.platform.internal;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** See {@link SimulatedRefusal}: refuses to leave the transaction of a simulation. */
@Transactional(TxType.NOT_SUPPORTED)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + SimulatedRefusal.BEFORE_THE_CONTAINER)
class StayInSimulationNone {

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return SimulatedRefusal.stay(call);
    }
}
