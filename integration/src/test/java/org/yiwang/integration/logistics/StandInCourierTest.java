package org.yiwang.integration.logistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yiwang.workflow.delivery.spi.Courier;

/** 快递替身 keeps the contract and says what it is. */
class StandInCourierTest extends CourierContract {

    @Override
    Courier courier() {
        return new StandInCourier();
    }

    @Override
    String nowhere() {
        return "云州市云东区（查无此人）";
    }

    @Test
    void saysThatItStandsIn() {
        assertTrue(courier().name().contains("替身"));
    }
}
