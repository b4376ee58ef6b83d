import { setImmediate } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { supplyChainPermissions } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  logArchiveExtensionPoint,
  ownersExtensionPoint,
  stageInspectorsExtensionPoint,
  type LogArchive,
  type WorkloadOwners,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { AuditedBuildTrigger } from './access/AuditedBuildTrigger';
import { AuditedLogReader } from './access/AuditedLogReader';
import { AuthorizedBuildComparisons } from './access/AuthorizedBuildComparisons';
import { AuthorizedBuildTrigger } from './access/AuthorizedBuildTrigger';
import { AuthorizedBuilderReader } from './access/AuthorizedBuilderReader';
import { AuthorizedImageReader } from './access/AuthorizedImageReader';
import { AuthorizedLogReader } from './access/AuthorizedLogReader';
import { AuthorizedObjectReader } from './access/AuthorizedObjectReader';
import { AuthorizedRunLogReader } from './access/AuthorizedRunLogReader';
import { AuthorizedSupplyChainReader } from './access/AuthorizedSupplyChainReader';
import { AuthorizedTrustReader } from './access/AuthorizedTrustReader';
import { ownedSubjects } from './access/ownedSubjects';
import { supplyChainRules } from './access/rules/supplyChainRules';
import { Sights } from './access/Sights';
import { subjectResourceRef } from './access/subjectResourceRef';
import { LogArchiving } from './archive/LogArchiving';
import { readArchiveConfig } from './archive/readArchiveConfig';
import { archivedKinds } from './archive/runs/archivedKinds';
import { scanKinds } from './archive/runs/scanKinds';
import { SILENCE_MS } from './archive/runs/SILENCE_MS';
import { CatalogOwners } from './catalog/CatalogOwners';
import { Selections } from './catalog/Selections';
import { SystemClock } from './clock/SystemClock';
import { KubernetesPluginApi } from './clusters/KubernetesPluginApi';
import { PluginDiscovery } from './clusters/PluginDiscovery';
import { PluginTransport } from './clusters/PluginTransport';
import { ClusterBuildComparisons } from './compare/ClusterBuildComparisons';
import { BuildLogReader } from './logs/BuildLogReader';
import { ContainerLogs } from './logs/ContainerLogs';
import { LiveContainerStates } from './logs/LiveContainerStates';
import { readLogLimits } from './logs/readLogLimits';
import { RunLogReader } from './logs/runs/RunLogReader';
import { optionalMetricsServiceRef } from './metrics/optionalMetricsServiceRef';
import { SupplyChainMetrics } from './metrics/SupplyChainMetrics';
import { asPersonThrough } from './personal/asPersonThrough';
import { PersonalCopies } from './personal/PersonalCopies';
import { readConfig } from './readConfig';
import { CachedRegistry } from './registry/CachedRegistry';
import { HttpRegistry } from './registry/HttpRegistry';
import { readRegistries } from './registry/readRegistries';
import { createRouter } from './routes/createRouter';
import { bothChanges } from './routes/stream/bothChanges';
import { copyChanges } from './routes/stream/copyChanges';
import { readStreamLimits } from './routes/stream/readStreamLimits';
import { StreamQuota } from './routes/stream/StreamQuota';
import { FleetSights } from './service/builders/FleetSights';
import { ImageFleet } from './service/builders/ImageFleet';
import { LiveBuilderReader } from './service/builders/LiveBuilderReader';
import { LiveImageReader } from './service/images/LiveImageReader';
import { LostClusters } from './service/LostClusters';
import { LiveSubjects } from './service/LiveSubjects';
import { LiveSupplyChainReader } from './service/LiveSupplyChainReader';
import { LiveObjectReader } from './service/objects/LiveObjectReader';
import { ObjectOwners } from './service/objects/ObjectOwners';
import { PodEvents } from './service/PodEvents';
import { StampedObjects } from './service/stamped/StampedObjects';
import { LiveViews } from './service/views/LiveViews';
import { ViewReader } from './service/views/ViewReader';
import { watchedKinds } from './service/watchedKinds';
import { GivenInspectors } from './stages/GivenInspectors';
import { ClusterBuildTrigger } from './trigger/ClusterBuildTrigger';
import { TriggerQuota } from './trigger/TriggerQuota';
import { ClusterPolicies } from './trust/ClusterPolicies';
import { ImageTrust } from './trust/ImageTrust';
import { LiveTrustReader } from './trust/LiveTrustReader';
import { readTrustSettings } from './trust/readTrustSettings';
import { ReflectingLiveCopy } from './watch/ReflectingLiveCopy';
import type { WatchedKind } from './watch/WatchedKind';

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
    const givenInspectors = new GivenInspectors();
    env.registerExtensionPoint(stageInspectorsExtensionPoint, {
      addInspector: inspector => givenInspectors.add(inspector),
    });
    let givenArchive: LogArchive | undefined;
    env.registerExtensionPoint(logArchiveExtensionPoint, {
      setLogArchive(archive) {
        if (givenArchive) {
          throw new Error('A log archive can be given by one module only');
        }
        givenArchive = archive;
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: optionalMetricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
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
        const copyOf = (
          kinds: Record<string, WatchedKind<unknown>>,
          silenceMs?: number,
        ) =>
          new ReflectingLiveCopy({
            ...{ api, clock, random, logger, idleStopMs, namespacesOf },
            silenceMs,
            kinds: Object.values(kinds),
            discovery: new PluginDiscovery(new PluginTransport(door)),
          });
        const copy = copyOf(watchedKinds);
        const personal = new PersonalCopies({
          shared: copy,
          asPerson: asPersonThrough({ door, random, namespacesOf }),
          kinds: Object.values(watchedKinds),
          clock,
          logger,
        });
        const states = new LiveContainerStates(copy);
        const limits = readLogLimits(services.config);
        const containers = new ContainerLogs({
          ...{ api, states, clock, random, limits },
          lost: new LostClusters(copy),
        });

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
          inspectors: givenInspectors.all(error =>
            logger.error(
              'A stage inspector failed',
              error instanceof Error ? error : new Error(String(error)),
            ),
          ),
        });
        const fleet = new ImageFleet({
          ...{ copy, clock, pause },
          reportUnexpected: error =>
            logger.error(
              'What is known of an image could not be derived',
              error instanceof Error ? error : new Error(String(error)),
            ),
        });
        const fleetSights = new FleetSights({ copy, clock, fleet, pause });
        const builders = new LiveBuilderReader({ sights: fleetSights });
        const images = new LiveImageReader({
          ...{ copy, clock, subjects, sights: fleetSights },
          views: new ViewReader({ copy, clock, events, views, stamped }),
        });
        const logs = new BuildLogReader({ reader, api, containers, states });
        const archiveConfig = readArchiveConfig(services.config);
        const archive =
          archiveConfig &&
          new LogArchiving({
            ...{ config: archiveConfig, limits, store: givenArchive },
            ...{ copy, states, api, clock, random, logger },
            runs: copyOf(archivedKinds, SILENCE_MS),
            scans: copyOf(scanKinds, SILENCE_MS),
            database: services.database,
            scheduler: services.scheduler,
          });
        const runLogs = new RunLogReader({ stamped, api, containers });
        const live = { reader, images, logs, runLogs, subjects };
        const all = archive?.around(live) ?? { ...live, runs: undefined };
        const triggers = new TriggerQuota(clock);
        const trigger = new ClusterBuildTrigger({
          ...{ reader, api, clock, quota: triggers },
        });

        const ociRegistry = new CachedRegistry({
          inner: new HttpRegistry({
            registries: readRegistries(services.config),
            ...{ fetch, clock },
            onRequest: metrics.registryRequest,
          }),
          clock,
        });
        const trust = new LiveTrustReader({
          ...{ copy, clock, reader },
          images: new ImageTrust({
            registry: ociRegistry,
            settings: readTrustSettings(services.config),
          }),
          policies: new ClusterPolicies(stamped),
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

        const objectOwners = new ObjectOwners({ copy, clock, stamped });

        const quota = new StreamQuota(readStreamLimits(services.config));
        metrics.observe(copy, clock, {
          openStreams: () => quota.open,
          logUpstreams: () => containers.size,
          logViewers: () => containers.viewers,
          archive,
        });

        const shutdown = new AbortController();
        services.lifecycle.addShutdownHook(async () => {
          metrics.stop();
          views.stop();
          fleet.stop();
          shutdown.abort(new Error('The backend stops'));
          await Promise.all([
            ...[containers.stop(), events.stop(), personal.stop()],
            ...[stamped.stop(), ociRegistry.stop()],
            archive?.stop(),
            copy.stop(),
          ]);
        });
        archive?.start();
        services.httpRouter.use(
          createRouter({
            reader: new AuthorizedSupplyChainReader({
              inner: all.reader,
              subjects: all.subjects,
              sights,
              selections,
            }),
            builders: new AuthorizedBuilderReader({ inner: builders, sights }),
            images: new AuthorizedImageReader({
              ...{ inner: all.images, subjects, sights, selections },
            }),
            logs: new AuditedLogReader(
              new AuthorizedLogReader({
                ...{ inner: all.logs, subjects: all.subjects },
                ...{ sights, clock },
              }),
              services.auditor,
              ({ name }) => ({ build: name }),
            ),
            runLogs: new AuditedLogReader(
              new AuthorizedRunLogReader({
                ...{ inner: all.runLogs, archived: all.runs },
                ...{ owners: objectOwners, sights, clock },
              }),
              services.auditor,
              ({ name, resource }) => ({ run: name, resource }),
            ),
            comparisons: new AuthorizedBuildComparisons({
              inner: new ClusterBuildComparisons({ reader, subjects, api }),
              ...{ subjects, sights },
            }),
            trust: new AuthorizedTrustReader({
              ...{ inner: trust, subjects, sights },
            }),
            trigger: new AuditedBuildTrigger(
              new AuthorizedBuildTrigger({ inner: trigger, subjects, sights }),
              services.auditor,
            ),
            objects: new AuthorizedObjectReader({
              inner: new LiveObjectReader(objectOwners),
              owners: objectOwners,
              sights,
            }),
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
