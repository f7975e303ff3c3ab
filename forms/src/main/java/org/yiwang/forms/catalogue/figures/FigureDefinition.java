package org.yiwang.forms.catalogue.figures;

import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;

/**
 * 指标口径: what a figure counts.
 *
 * @param version 口径版本: rises when any definition changes
 * @param target 目标值 in percent
 */
public record FigureDefinition(
        FigureKey key, LocalText name, LocalText definition, String version, Optional<Integer> target) {}
