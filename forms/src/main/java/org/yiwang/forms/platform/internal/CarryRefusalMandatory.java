package org.yiwang.forms.platform.internal;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** See {@link SimulatedRefusal}: between the container and a method that joins. */
@Transactional(TxType.MANDATORY)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + SimulatedRefusal.BEHIND_THE_CONTAINER)
class CarryRefusalMandatory {

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return SimulatedRefusal.carry(call);
    }
}
