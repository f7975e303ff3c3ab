package org.yiwang.integration.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.workflow.forward.spi.Dispatch;
import org.yiwang.workflow.forward.spi.ExchangeGateway;

/** 交换替身: stands for the system of the higher authority. Sends nothing; the log has the reference and no content. */
public final class StandInExchange implements ExchangeGateway {

    private static final Logger LOG = LoggerFactory.getLogger(StandInExchange.class);

    @Override
    public String name() {
        return "上级系统替身（演示，不会真正报送）";
    }

    @Override
    public void send(Dispatch dispatch) {
        Addressee.check(dispatch);
        LOG.info(
                "Stand-in for the exchange: {} with {} files not sent",
                dispatch,
                dispatch.files().size());
    }

    @Override
    public boolean standIn() {
        return true;
    }
}
