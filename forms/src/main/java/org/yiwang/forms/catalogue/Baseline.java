package org.yiwang.forms.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 基期: what the item asked of an applicant before it was simplified, the base of every figure that speaks of less.
 *
 * @param materials necessary materials every applicant had to bring; those for special situations are not counted
 * @param visits visits to an office
 * @param days days it took
 * @param asOf when it was so
 */
public record Baseline(int materials, Optional<Integer> visits, Optional<Integer> days, LocalDate asOf) {}
