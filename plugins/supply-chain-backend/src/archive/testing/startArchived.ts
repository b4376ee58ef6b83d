import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { DemoClusters, DemoClustersOptions } from 'demo-cluster';
import {
  buildViewSchema,
  clustersAnswerSchema,
  logMessageSchema,
  type BuildView,
  type LogMessage,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ndjson } from '../../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../../testing/startSupplyChain';
import { sqliteDatabase, type TestDatabase } from './sqliteDatabase';

const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PODS = { group: '', plural: 'pods' };

type NamedBuild = Pick<ObjectRef, 'namespace' | 'name'>;

export interface Archived extends SupplyChain {
  readonly database: TestDatabase;
  /** Every Build of the build cluster that has its pod now. */
  withPods(): Promise<readonly BuildView[]>;
  view(ref: NamedBuild): Promise<BuildView>;
  logsPath(build: BuildView, query?: string): string;
  bytes(path: string): Promise<Buffer>;
  follow(build: BuildView, query?: string): Promise<LogMessage[]>;
  /** As `kubectl logs -c step` reads it from the cluster itself. */
  kubectl(build: BuildView, step: string, query?: string): Promise<Buffer>;
  /** Resolves when nothing more of these builds will come into the archive. */
  settled(builds: readonly BuildView[]): Promise<void>;
  deletePod(build: BuildView): void;
  deleteBuild(build: BuildView): void;
  uid(build: BuildView): string;
}

/** The plugin with its archive in front of the demo clusters. */
export async function startArchived(
  options: {
    readonly demo?: DemoClustersOptions;
    readonly entities?: readonly Entity[];
    /** Before the plugin sees them. */
    readonly prepare?: (demo: DemoClusters) => void;
    readonly database?: TestDatabase;
  } = {},
): Promise<Archived> {
  const database = options.database ?? sqliteDatabase();
  const chain = await startSupplyChain({
    ...options,
    archive: true,
    services: [
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => database.service,
      }),
    ],
  });
  const { state } = chain.demo.build;
  const recorded = (build: BuildView) =>
    state.get(BUILDS, build.ref.namespace, build.ref.name);
  const path = ({ ref }: BuildView) =>
    `/v1/builds/${ref.cluster}/${ref.namespace}/${ref.name}/logs`;
  const view = async ({ namespace, name }: NamedBuild) => {
    const response = await chain.fetch(`/v1/builds/build/${namespace}/${name}`);
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return buildViewSchema.parse(answer);
  };
  const uids = new Map<string, string>();
  const uid = (build: BuildView) => {
    const key = `${build.ref.namespace}/${build.ref.name}`;
    const found = recorded(build)?.metadata.uid ?? uids.get(key) ?? '';
    uids.set(key, found);
    return found;
  };
  await until(async () => {
    const response = await chain.fetch('/v1/clusters');
    const { clusters } = clustersAnswerSchema.parse(await response.json());
    return clusters.every(({ state: known }) => known === 'fresh');
  });
  return {
    ...chain,
    database,
    view,
    uid,
    async withPods() {
      const all = await Promise.all(
        state
          .list(BUILDS)
          .items.map(({ metadata: { namespace = '', name } }) =>
            view({ namespace, name }),
          ),
      );
      return all.filter(({ pod }) => pod?.present);
    },
    logsPath: (build, query = '') => `${path(build)}${query}`,
    async bytes(at) {
      const response = await chain.fetch(at);
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.status !== 200) throw new Error(`${at}: ${bytes}`);
      return bytes;
    },
    async follow(build, query = '') {
      const messages: LogMessage[] = [];
      const response = await chain.fetch(`${path(build)}?follow${query}`);
      if (response.status !== 200) throw new Error(await response.text());
      for await (const message of ndjson(response)) {
        messages.push(logMessageSchema.parse(message));
      }
      return messages;
    },
    async kubectl({ ref, pod }, step, query = '') {
      const response = await fetch(
        `${chain.demo.build.url}/api/v1/namespaces/${ref.namespace}/pods/${pod?.name}/log?container=${step}${query}`,
        { headers: { Authorization: `Bearer ${chain.demo.tokens.admin}` } },
      );
      if (response.status !== 200) throw new Error(await response.text());
      return Buffer.from(await response.arrayBuffer());
    },
    async settled(builds) {
      const wanted = builds.map(uid);
      await until(async () => {
        const done: string[] = await database
          .client('archived_builds')
          .where({ settled: true })
          .pluck('uid')
          .catch(() => []);
        return wanted.every(each => done.includes(each));
      });
    },
    deletePod(build) {
      uid(build);
      state.remove(PODS, build.ref.namespace, build.pod?.name ?? '');
    },
    deleteBuild(build) {
      uid(build);
      state.remove(BUILDS, build.ref.namespace, build.ref.name);
    },
    async stop() {
      await chain.stop();
      await database.stop();
    },
  };
}

/** Asks until the answer is yes. */
export async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) {
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}
