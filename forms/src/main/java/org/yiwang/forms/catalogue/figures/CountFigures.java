package org.yiwang.forms.catalogue.figures;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.identity.Channel;

/**
 * 指标计算: what each current service adds to a figure. Counted are 业务办理项 in use that are done on application; an errand
 * (一件事) is made of such and not counted again. Definitions and targets: {@code catalogue/figures.json}.
 */
public final class CountFigures {

    /** 依职权: what an authority does of its own accord is no service one applies for. */
    private static final Set<PowerType> OF_ITS_OWN_ACCORD =
            Set.of(PowerType.PENALTY, PowerType.COERCION, PowerType.LEVY, PowerType.INSPECTION);

    private static final String HALL = "hall";
    private static final String GENERAL_WINDOW = "window";

    private CountFigures() {}

    /** One line for each service, in the order given. */
    public static List<FigureLine> lines(FigureKey key, Collection<ItemVersion> items) {
        return items.stream().map(item -> line(key, item)).toList();
    }

    private static FigureLine line(FigureKey key, ItemVersion item) {
        if (item.bundle().isPresent()) {
            return FigureLine.excluded(item, FigureLine.Exclusion.BUNDLE);
        }
        if (OF_ITS_OWN_ACCORD.contains(item.powerType())) {
            return FigureLine.excluded(item, FigureLine.Exclusion.NOT_ON_APPLICATION);
        }
        return switch (key) {
            case ONLINE_RATE -> share(item, item.offers(Channel.WEB));
            case FULL_ONLINE_RATE -> share(item, wholeWayOnline(item));
            case HALL_RATE -> share(item, inHall(item));
            case ONE_WINDOW_RATE ->
                inHall(item)
                        ? share(item, item.intake().post().equals(GENERAL_WINDOW))
                        : FigureLine.excluded(item, FigureLine.Exclusion.NOT_IN_HALL);
            case ONE_VISIT_RATE -> share(item, item.visits().count() <= 1);
            case ZERO_VISIT_RATE -> share(item, item.visits().count() == 0);
            case INSTANT_RATE -> share(item, item.instant());
            case MATERIAL_CUT_RATE ->
                item.baseline()
                        .map(base -> FigureLine.counted(item, base.materials() - brought(item), base.materials()))
                        .orElseGet(() -> FigureLine.excluded(item, FigureLine.Exclusion.NO_BASELINE));
            case TIME_CUT_RATE -> time(item);
            case ONLINE_CASE_RATE, ON_TIME_RATE, FIRST_PASS_RATE ->
                throw new IllegalArgumentException(key + " is counted over cases");
        };
    }

    private static FigureLine share(ItemVersion item, boolean holds) {
        return FigureLine.counted(item, holds ? 1 : 0, 1);
    }

    /** Nobody has to come, the application goes in online and the result comes by wire or post. */
    private static boolean wholeWayOnline(ItemVersion item) {
        return item.visits().count() == 0
                && item.offers(Channel.WEB)
                && (item.serviceMethods().contains(ServiceMethod.ELECTRONIC)
                        || item.serviceMethods().contains(ServiceMethod.POST));
    }

    private static boolean inHall(ItemVersion item) {
        return item.intake().department().equals(HALL);
    }

    /** 必要材料: what every applicant has to bring; what only some situations ask for is in neither number. */
    private static long brought(ItemVersion item) {
        return item.materials().stream()
                .filter(material -> material.source() == MaterialOrigin.SELF)
                .filter(material -> material.necessity() != Necessity.OPTIONAL)
                .map(MaterialRequirement::when)
                .filter(Optional::isEmpty)
                .count();
    }

    private static FigureLine time(ItemVersion item) {
        Optional<TimeLimit> legal = item.limit(LimitKind.LEGAL).filter(limit -> limit.unit() != LimitUnit.IMMEDIATE);
        Optional<TimeLimit> promise = item.limit(LimitKind.PROMISE);
        if (legal.isEmpty() || promise.isEmpty()) {
            return FigureLine.excluded(item, FigureLine.Exclusion.NO_LEGAL_LIMIT);
        }
        boolean atOnce = promise.get().unit() == LimitUnit.IMMEDIATE;
        if (!atOnce && promise.get().unit() != legal.get().unit()) {
            return FigureLine.excluded(item, FigureLine.Exclusion.OTHER_UNIT);
        }
        long promised = atOnce ? 0 : promise.get().value();
        return FigureLine.counted(
                item, legal.get().value() - promised, legal.get().value());
    }
}
