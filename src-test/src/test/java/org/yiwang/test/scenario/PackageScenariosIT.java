package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 事项包自测: events in; the end, the route, the dates and the letters out, for every package this build brings. */
@OnServer
class PackageScenariosIT {

    /** What a made-up applicant does not have: a licence to renew or to change, a batch that is open just then. */
    private static final List<String> NOT_OUT_OF_NOTHING = List.of("food-change", "food-renewal", "school-enroll");

    private final City city;
    private final Api officer;

    PackageScenariosIT(YiwangServer server) {
        this.city = new City(server);
        this.officer = city.as("window-1");
    }

    @Test
    void everyShippedPackageGoesTheWayItsTestsSay() {
        List<String> wrong = new ArrayList<>();
        List<String> unplayed = new ArrayList<>();
        for (ServicePackage shipped : ServicePackage.shipped()) {
            String code = shipped.code().value();
            JsonNode results = officer.post("/simulations/scenarios", Api.object("itemCode", code))
                    .expect(200)
                    .json();
            if (results.isEmpty()) {
                unplayed.add(code);
            }
            for (JsonNode result : results) {
                result.path("problems")
                        .forEach(problem ->
                                wrong.add(code + "/" + result.path("key").asText() + ": " + problem.asText()));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(NOT_OUT_OF_NOTHING, unplayed, "each other package plays at least one of its cases to its end");
    }

    @Test
    void onlyOfficersPlayThem() {
        city.as("chenjing")
                .post("/simulations/scenarios", Api.object("itemCode", "road-dig"))
                .problem(403, "FORBIDDEN");
    }
}
