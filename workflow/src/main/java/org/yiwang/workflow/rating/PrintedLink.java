package org.yiwang.workflow.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.spi.RatingAddress;

/** 文书上的评价链接: the link of a case as a printed letter carries it, for whoever holds the letter in hand. */
@ApplicationScoped
public class PrintedLink implements RatingAddress {

    @Inject
    RatingLink link;

    @Inject
    @ConfigProperty(name = "yiwang.public-url", defaultValue = "http://localhost:8080")
    String publicUrl;

    @Override
    public String of(CaseNo no) {
        return publicUrl + "/rate/" + link.signed(no);
    }
}
