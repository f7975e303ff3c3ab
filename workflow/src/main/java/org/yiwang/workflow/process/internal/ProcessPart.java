package org.yiwang.workflow.process.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.ProcessDefinition;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.platform.Problem;

/** 事项包的流程部分: looks through the process of a package and hands it to the engine when the package is published. */
@ApplicationScoped
class ProcessPart implements PackagePart {

    @Inject
    Engine engine;

    @Override
    public List<Problem> lint(ServicePackage servicePackage) {
        List<String> steps =
                servicePackage.item().steps().stream().map(Step::key).toList();
        return servicePackage
                .process()
                .map(xml -> ProcessLinter.lint(ServicePackage.PROCESS, xml, steps))
                .orElse(List.of());
    }

    /** Joins the publishing transaction: a package that is not published after all leaves no process behind. */
    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<String> publish(ServicePackage servicePackage) {
        return servicePackage.process().map(xml -> deploy(servicePackage.code().value(), xml));
    }

    private String deploy(String name, byte[] xml) {
        List<Problem> problems = ProcessLinter.safety(ServicePackage.PROCESS, xml);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(Problem.summary(problems));
        }
        RepositoryService repository = engine.get().getRepositoryService();
        Deployment deployment = repository
                .createDeployment()
                .name(name)
                // Named after the process and not the package: the engine takes the ending for the kind of file.
                .addBytes(ServicePackage.PROCESS, xml)
                .deploy();
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult();
        return definition.getId();
    }
}
