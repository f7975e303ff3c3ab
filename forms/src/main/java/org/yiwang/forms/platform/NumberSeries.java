package org.yiwang.forms.platform;

/** 序号: gapless numbers for letters, one series per (organisation, series, year). */
public interface NumberSeries {

    /** In place of a year: a series that never begins anew. It goes on after whatever was given in single years before. */
    int EVER = 0;

    /**
     * Takes the next number, beginning with 1. Call it in a short transaction of its own: it locks the series' row until
     * commit (letter numbers have no gaps, so takers wait for one another).
     */
    long next(String organisation, String series, int year);
}
