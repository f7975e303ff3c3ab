package org.yiwang.forms.catalogue.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.platform.Refusal;

/** 事项指标: figures of the services as they are published now, of the city or of one department. Open to all. */
@ApplicationScoped
public class CatalogueFigures {

    /** The scope that is no department. */
    public static final String CITY = "city";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    FindItem items;

    @Inject
    Clock clock;

    protected CatalogueFigures() {}

    public CatalogueFigures(FindItem items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** All figures of the catalogue, in their order. */
    public List<Figure> all(String scope) {
        List<ItemVersion> counted = of(scope);
        return Stream.of(FigureKey.values())
                .filter(key -> !key.ofCases())
                .map(key -> figure(key, scope, counted, today()))
                .toList();
    }

    /** 下钻: the services of a figure, those that fall short first, then those counted in full, then those left out. */
    public List<FigureLine> items(FigureKey key, String scope) {
        return CountFigures.lines(key, of(scope)).stream()
                .sorted(Comparator.comparing((FigureLine line) -> line.excluded() != null)
                        .thenComparing(
                                line -> line.denominator() == 0 ? 1 : line.numerator() / (double) line.denominator())
                        .thenComparing(FigureLine::item))
                .toList();
    }

    /** Departments that have services, by code. */
    public List<String> departments() {
        return items.all().stream()
                .map(ItemVersion::organisation)
                .distinct()
                .sorted()
                .toList();
    }

    /** A figure of these services alone: what {@link #all} says is this, of the current ones. */
    public static Figure figure(FigureKey key, String scope, Collection<ItemVersion> counted, LocalDate asOf) {
        List<FigureLine> lines = CountFigures.lines(key, counted);
        FigureDefinition definition = Definitions.of(key);
        return new Figure(
                key,
                scope,
                definition.version(),
                null,
                asOf,
                lines.stream().mapToLong(FigureLine::numerator).sum(),
                lines.stream().mapToLong(FigureLine::denominator).sum(),
                lines.stream().filter(line -> line.excluded() != null).count(),
                definition.target().orElse(null));
    }

    private List<ItemVersion> of(String scope) {
        if (scope.equals(CITY)) {
            return items.all();
        }
        List<ItemVersion> own = items.all().stream()
                .filter(item -> item.organisation().equals(scope))
                .toList();
        if (own.isEmpty()) {
            throw Refusal.notFound("这个部门的事项");
        }
        return own;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
