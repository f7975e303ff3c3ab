package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.urgency.ReadUrgency;

/** 本件急事先办: what the case page shows of it, and what may be chosen. */
@Named("deskUrgency")
@RequestScoped
public class DeskUrgency {

    @Inject
    DeskCase deskCase;

    @Inject
    CurrentActor current;

    @Inject
    ReadUrgency readUrgency;

    private ReadUrgency.OfCase of;
    private boolean read;

    /** Null where nobody ordered it. */
    public ReadUrgency.OfCase getOf() {
        if (!read) {
            read = true;
            of = readUrgency.ofCase(current.actor(), deskCase.number()).orElse(null);
        }
        return of;
    }

    public List<DeskChoices.Choice> getGrounds() {
        return deskCase.item().course().urgency().stream()
                .flatMap(rule -> rule.grounds().stream())
                .map(ground ->
                        new DeskChoices.Choice(ground.key(), ground.name().zh()))
                .toList();
    }

    /** What may come later. */
    public List<DeskChoices.Choice> getDeferrable() {
        return deskCase.item().course().urgency().stream()
                .flatMap(rule -> rule.materials().stream())
                .map(key -> new DeskChoices.Choice(key, deskCase.materialName(key)))
                .toList();
    }
}
