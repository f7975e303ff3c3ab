package org.yiwang.forms.catalogue.spi;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.platform.Problem;

/**
 * 事项包部件: somebody who understands a part of a service package that the catalogue does not, such as its process
 * model. Every implementation is asked before and during publication.
 */
public interface PackagePart {

    /** What is wrong with that part; paths begin with the file, such as {@code process.bpmn20.xml#review}. */
    List<Problem> lint(ServicePackage servicePackage);

    /**
     * Puts the part into use within the publishing transaction.
     *
     * @return the id to be kept with the version (the process definition's), or empty when there is nothing to keep
     */
    Optional<String> publish(ServicePackage servicePackage);
}
