package org.yiwang.workflow.process.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flowable.engine.RepositoryService;

/** 流程模型库: our own reading of the models in use; a deployed model never changes. */
@ApplicationScoped
class ProcessModels {

    private static final int MOST = 1000;

    @Inject
    Engine engine;

    private final Map<String, ProcessModel> byDefinition = new ConcurrentHashMap<>();

    ProcessModel of(String definitionId) {
        ProcessModel known = byDefinition.get(definitionId);
        if (known != null) {
            return known;
        }
        if (byDefinition.size() > MOST) {
            byDefinition.clear();
        }
        ProcessModel read = read(definitionId);
        byDefinition.put(definitionId, read);
        return read;
    }

    private ProcessModel read(String definitionId) {
        RepositoryService repository = engine.get().getRepositoryService();
        try (InputStream in = repository.getProcessModel(definitionId)) {
            return ProcessModel.read(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
