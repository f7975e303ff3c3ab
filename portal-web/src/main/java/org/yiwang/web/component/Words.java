package org.yiwang.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;

/** 写法: dates, sizes and amounts in views, in the language of the page. */
@Named("words")
@RequestScoped
public class Words {

    @Inject
    Page page;

    public String day(LocalDate day) {
        return day == null ? "" : Dates.day(day, page.mode());
    }

    public String dayOf(Instant at) {
        return at == null ? "" : Dates.day(at, page.mode());
    }

    public String moment(Instant at) {
        return at == null ? "" : Dates.moment(at, page.mode());
    }

    public String yuan(long cents) {
        return Dates.yuan(cents);
    }

    /** Value of a {@code lang} attribute for words that somebody typed: set where an English page shows Chinese ones. */
    public String lang(String typed) {
        return page.isEnglish() && RefusalTexts.chinese(typed) ? PageMode.STANDARD.htmlLang() : null;
    }

    public String size(long bytes) {
        return Dates.size(bytes);
    }
}
