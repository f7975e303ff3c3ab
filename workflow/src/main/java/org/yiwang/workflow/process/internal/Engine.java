package org.yiwang.workflow.process.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.JtaProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.yiwang.forms.platform.StartStep;

/**
 * 流程引擎: built once per node, after the migrations have made its tables. It joins the container's transaction, keeps no
 * history (ours is the case's own record), runs nothing in the background and sees no bean of ours.
 */
@ApplicationScoped
class Engine implements StartStep {

    private static final int MOST_DEFINITIONS = 2000;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource source;

    @Resource(lookup = "java:appserver/TransactionManager")
    TransactionManager transactions;

    private volatile ProcessEngine running;

    ProcessEngine get() {
        if (running == null) {
            throw new IllegalStateException("the process engine has not been started");
        }
        return running;
    }

    @Override
    public int order() {
        return ENGINE;
    }

    @Override
    public String name() {
        return "process engine";
    }

    @Override
    public void run() {
        JtaProcessEngineConfiguration settings = new JtaProcessEngineConfiguration();
        settings.setTransactionManager(transactions);
        settings.setDataSource(source);
        start(settings);
    }

    /** What holds however the engine gets its transactions. */
    void start(ProcessEngineConfigurationImpl settings) {
        settings.setDatabaseType("postgres");
        // The tables come from a migration; the engine only checks that they fit it.
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistoryLevel(HistoryLevel.NONE);
        settings.setAsyncExecutorActivate(false);
        settings.setAsyncHistoryEnabled(false);
        settings.setDisableIdmEngine(true);
        settings.setDisableEventRegistry(true);
        settings.setCreateDiagramOnDeploy(false);
        // Packages that are only tried leave their parsed process behind: what is used least goes first.
        settings.setProcessDefinitionCacheLimit(MOST_DEFINITIONS);
        settings.setEnableSafeBpmnXml(true);
        // An uploaded process must never be able to call code.
        settings.setBeans(Map.of());
        // The engine's own ids come in blocks from a row of their own, over a second connection.
        settings.setIdGenerator(() -> UUID.randomUUID().toString());
        running = settings.buildProcessEngine();
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.close();
        }
    }
}
