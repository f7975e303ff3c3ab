package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.PackageFiles;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.catalogue.spi.PackageProof;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 草案剧本核对: plays the scenarios a package that nobody has published brings to prove itself. */
@ApplicationScoped
class PlayPackage implements PackageProof {

    @Inject
    PlayScenarios scenarios;

    @Override
    public Played play(Actor actor, byte[] zip) {
        List<Problem> problems = new ArrayList<>();
        int played = 0;
        for (PackageScenario scenario : ReadScenarios.in(PackageFiles.zip(zip))) {
            if (!scenario.events().isEmpty()) {
                problems.addAll(one(actor, scenario, zip));
                played++;
            }
        }
        return new Played(played, problems);
    }

    private List<Problem> one(Actor actor, PackageScenario scenario, byte[] zip) {
        String file = "tests/" + scenario.key() + ".json#events";
        try {
            return scenarios.play(actor, scenario, Optional.of(zip)).problems().stream()
                    .map(wrong -> new Problem(file, "SCENARIO", "演出的结果与写明的不同：" + wrong))
                    .toList();
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.TOO_MANY) {
                throw refused;
            }
            return List.of(new Problem(file, "SCENARIO", "演不下去：" + refused.getMessage()));
        }
    }
}
