package org.yiwang.integration.exchange;

import org.yiwang.workflow.forward.spi.ExchangeGateway;

class StandInExchangeTest extends ExchangeGatewayContract {

    @Override
    ExchangeGateway gateway() {
        return new StandInExchange();
    }
}
