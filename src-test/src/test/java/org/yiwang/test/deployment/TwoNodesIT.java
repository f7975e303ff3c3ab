package org.yiwang.test.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yiwang.test.Api;
import org.yiwang.test.run.PortalServer;

/** What holds when two nodes work on one database and one of them dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @Order(1)
    void bothAnswer() {
        for (PortalServer node : nodes.nodes()) {
            Api.at(node.url()).get("/health/ready").expect(200);
        }
        Api.trusting(nodes.url()).get("/health/ready").expect(200);
    }

    @Test
    @Order(9)
    void goesOnAfterOneDied() {
        nodes.nodes().get(0).kill();

        Api api = Api.trusting(nodes.url());
        for (int i = 0; i < 20; i++) {
            assertEquals(200, api.get("/health/ready").status());
        }
    }
}
