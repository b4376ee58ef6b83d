import { setImmediate } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { supplyChainPermissions } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  ownersExtensionPoint,
  type WorkloadOwners,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { AuditedBuildTrigger } from './access/AuditedBuildTrigger';
import { AuditedLogReader } from './access/AuditedLogReader';
import { AuthorizedBuildTrigger } from './access/AuthorizedBuildTrigger';
import { AuthorizedLogReader } from './access/AuthorizedLogReader';
import { AuthorizedSupplyChainReader } from './access/AuthorizedSupplyChainReader';
import { ownedSubjects } from './access/ownedSubjects';
import { supplyChainRules } from './access/rules/supplyChainRules';
import { Sights } from './access/Sights';
import { subjectResourceRef } from './access/subjectResourceRef';
import { CatalogOwners } from './catalog/CatalogOwners';
import { Selections } from './catalog/Selections';
import { SystemClock } from './clock/SystemClock';
import { KubernetesPluginApi } from './clusters/KubernetesPluginApi';
import { PluginDiscovery } from './clusters/PluginDiscovery';
import { PluginTransport } from './clusters/PluginTransport';
import { BuildLogReader } from './logs/BuildLogReader';
import { ContainerLogs } from './logs/ContainerLogs';
import { LiveContainerStates } from './logs/LiveContainerStates';
import { optionalMetricsServiceRef } from './metrics/optionalMetricsServiceRef';
import { SupplyChainMetrics } from './metrics/SupplyChainMetrics';
import { asPersonThrough } from './personal/asPersonThrough';
import { PersonalCopies } from './personal/PersonalCopies';
import { readConfig } from './readConfig';
import { createRouter } from './routes/createRouter';
import { bothChanges } from './routes/stream/bothChanges';
import { copyChanges } from './routes/stream/copyChanges';
import { StreamQuota } from './routes/stream/StreamQuota';
import { LiveSubjects } from './service/LiveSubjects';
import { LiveSupplyChainReader } from './service/LiveSupplyChainReader';
import { PodEvents } from './service/PodEvents';
import { StampedObjects } from './service/stamped/StampedObjects';
import { LiveViews } from './service/views/LiveViews';
import { watchedKinds } from './service/watchedKinds';
import { ClusterBuildTrigger } from './trigger/ClusterBuildTrigger';
import { TriggerQuota } from './trigger/TriggerQuota';
import { ReflectingLiveCopy } from './watch/ReflectingLiveCopy';

/** Supply chains of Cartographer and image builds of kpack, read through the kubernetes plugin. Wiring only. */
export const supplyChainPlugin = createBackendPlugin({
  pluginId: 'supply-chain',
  register(env) {
    let givenOwners: WorkloadOwners | undefined;
    env.registerExtensionPoint(ownersExtensionPoint, {
      setOwners(owners) {
        if (givenOwners) {
          throw new Error(
            'Owners of workloads can be given by one module only',
          );
        }
        givenOwners = owners;
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: optionalMetricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init({ auth, catalog, logger, permissions, ...services }) {
        const clock = new SystemClock();
        const random = Math.random;
        const { idleStopMs, namespacesOf } = readConfig(services.config);

        const metrics = new SupplyChainMetrics(services.metrics);
        const door = {
          ...{ discovery: services.discovery, auth, fetch, clock },
          onRequest: metrics.request,
        };
        const api = new KubernetesPluginApi({ ...door, random });
        const copy = new ReflectingLiveCopy({
          api,
          kinds: Object.values(watchedKinds),
          clock,
          random,
          logger,
          idleStopMs,
          namespacesOf,
          discovery: new PluginDiscovery(new PluginTransport(door)),
        });
        const personal = new PersonalCopies({
          shared: copy,
          asPerson: asPersonThrough({ door, random, namespacesOf }),
          kinds: Object.values(watchedKinds),
          clock,
          logger,
        });
        const states = new LiveContainerStates(copy);
        const containers = new ContainerLogs({ api, states, clock, random });

        const subjects = new LiveSubjects({ copy, clock });
        const events = new PodEvents({ api, clock });
        const stamped = new StampedObjects({ api, clock, random });
        const pause = () => setImmediate();
        const views = new LiveViews({
          ...{ copy, stamped, clock, random, pause },
          reportUnexpected: error =>
            logger.error(
              'A row of the list could not be derived',
              error instanceof Error ? error : new Error(String(error)),
            ),
        });
        const reader = new LiveSupplyChainReader({
          ...{ copy, clock, subjects, events, views, stamped, pause },
        });
        const logs = new BuildLogReader({ reader, api, containers, states });
        const triggers = new TriggerQuota(clock);
        const trigger = new ClusterBuildTrigger({
          ...{ reader, api, clock, quota: triggers },
        });

        const owners =
          givenOwners ?? new CatalogOwners({ catalog, auth, clock, logger });
        const registry = services.permissionsRegistry;
        registry.addResourceType({
          resourceRef: subjectResourceRef,
          permissions: supplyChainPermissions,
          rules: Object.values(supplyChainRules),
          getResources: ownedSubjects({ subjects, owners }),
        });
        const sights = new Sights({
          ...{ permissions, registry, owners, clock, personal },
        });
        const selections = new Selections({
          catalog,
          owners,
          userInfo: services.userInfo,
          auth,
        });

        const quota = new StreamQuota();
        metrics.observe(copy, clock, {
          openStreams: () => quota.open,
          logUpstreams: () => containers.size,
          logViewers: () => containers.viewers,
        });

        const shutdown = new AbortController();
        services.lifecycle.addShutdownHook(async () => {
          metrics.stop();
          views.stop();
          shutdown.abort(new Error('The backend stops'));
          await Promise.all([
            ...[containers.stop(), events.stop(), personal.stop()],
            stamped.stop(),
            copy.stop(),
          ]);
        });
        services.httpRouter.use(
          createRouter({
            reader: new AuthorizedSupplyChainReader({
              inner: reader,
              subjects,
              sights,
              selections,
            }),
            logs: new AuditedLogReader(
              new AuthorizedLogReader({ inner: logs, subjects, sights, clock }),
              services.auditor,
            ),
            trigger: new AuditedBuildTrigger(
              new AuthorizedBuildTrigger({ inner: trigger, subjects, sights }),
              services.auditor,
            ),
            mayRead: async as => !(await sights.of(as)).nothing,
            changesOf: ({ tokens }) =>
              tokens
                ? bothChanges(views, copyChanges(personal.of(tokens)))
                : views,
            copy,
            httpAuth: services.httpAuth,
            logger,
            clock,
            quota,
            shutdown: shutdown.signal,
          }),
        );
      },
    });
  },
});
