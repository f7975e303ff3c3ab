package org.yiwang.forms.catalogue;

/**
 * 预警阈值: a light turns yellow when no more is left than so many workdays or such a part of the limit, whichever is longer.
 *
 * @param workdays at least 0
 * @param percent of the whole limit, 0 to 100
 */
public record Warning(int workdays, int percent) {

    public Warning {
        if (workdays < 0 || percent < 0 || percent > 100) {
            throw new IllegalArgumentException(
                    "a warning is 0 or more workdays and 0 to 100 percent: " + workdays + ", " + percent);
        }
    }
}
