import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  startDemoClusters,
  type DemoClusters,
  type KubeObject,
} from 'demo-cluster';
import { SystemClock } from '../../clock/SystemClock';
import { freePort } from '../../testing/freePort';
import {
  startKubernetesBackend,
  type KubernetesBackend,
} from '../../testing/startKubernetesBackend';
import { KubernetesPluginApi } from '../KubernetesPluginApi';
import type { ListPage } from '../ListPage';

export const builds = {
  group: 'kpack.io',
  version: 'v1alpha2',
  plural: 'builds',
};
const pods = { group: '', version: 'v1', plural: 'pods' };

/** A real backend with the real kubernetes plugin, in front of the demo clusters: with rights, without, and not there at all. */
export class PluginInFront {
  readonly clock = new SystemClock();
  /** What came where a `kubectl proxy` would stand. */
  readonly handedOn: IncomingHttpHeaders[] = [];
  /** Of what the running test asks. */
  life = new AbortController();
  #demo: DemoClusters | undefined;
  #backend: KubernetesBackend | undefined;
  #api: KubernetesPluginApi | undefined;
  #kubectl: Server | undefined;

  get demo(): DemoClusters {
    return started(this.#demo);
  }

  get backend(): KubernetesBackend {
    return started(this.#backend);
  }

  get api(): KubernetesPluginApi {
    return started(this.#api);
  }

  async start(): Promise<void> {
    const demo = await startDemoClusters();
    this.#demo = demo;
    const kubectl = createServer((req, res) => {
      this.handedOn.push(req.headers);
      res
        .setHeader('Content-Type', 'application/json')
        .end('{"metadata":{"resourceVersion":"1"},"items":[]}');
    }).listen(0, '127.0.0.1');
    this.#kubectl = kubectl;
    await once(kubectl, 'listening');
    const { port } = kubectl.address() as AddressInfo;
    const cluster = (
      name: string,
      url: string,
      serviceAccountToken: string,
    ) => ({
      ...{ name, url, serviceAccountToken, authProvider: 'serviceAccount' },
    });
    const backend = await startKubernetesBackend({
      clusters: [
        {
          ...cluster('build', demo.build.url, demo.tokens.admin),
          title: 'Build cluster',
        },
        cluster('no rights', demo.build.url, demo.tokens.viewer),
        cluster('wrong token', demo.build.url, 'nonsense'),
        cluster('Grüße', demo.build.url, demo.tokens.admin),
        cluster('run', demo.run.url, demo.tokens.admin),
        cluster('nobody', `http://127.0.0.1:${await freePort()}`, 'x'),
        { name: 'personal', url: demo.build.url, authProvider: 'google' },
        {
          name: 'proxied',
          url: `http://127.0.0.1:${port}`,
          authProvider: 'localKubectlProxy',
        },
      ],
    });
    this.#backend = backend;
    this.#api = new KubernetesPluginApi({
      ...{ auth: backend.auth, discovery: backend.discovery },
      ...{ fetch, clock: this.clock, random: Math.random },
    });
    // The kubernetes plugin loads its client with the first request.
    await this.#api
      .contact('build', new AbortController().signal)
      .catch(() => {});
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    this.#kubectl?.close();
    await this.#demo?.close();
  }

  /** Ends what a test asked, and mends what it broke. */
  endTest(): void {
    this.life.abort(new Error('The test is over'));
    this.life = new AbortController();
    this.demo.build.faults.reset();
    this.demo.run.faults.reset();
  }

  async all(cluster: string, resource = builds): Promise<ListPage[]> {
    const pages = [];
    const request = { cluster, resource };
    for await (const page of this.api.list(request, this.life.signal)) {
      pages.push(page);
    }
    return pages;
  }

  oneBuild(): KubeObject {
    const build = this.demo.build.state.list(builds).items[0];
    if (!build) throw new Error('The recording has no Build');
    return build;
  }

  /** A pod that a test writes the log of; without a node where it has none. */
  runningContainer(where: { nodeName?: string } = { nodeName: 'node' }) {
    const pod = this.demo.build.state.list(pods).items[0];
    if (!pod) throw new Error('The recording has no pod');
    const { uid: _uid, ...metadata } = pod.metadata;
    const name = `live-${Math.random().toString(36).slice(2)}`;
    const state = { running: { startedAt: '2026-11-22T21:00:00Z' } };
    this.demo.build.state.apply(pods, {
      ...pod,
      metadata: { ...metadata, name },
      spec: { ...where, containers: [{ name: 'build', image: 'x' }] },
      status: {
        phase: 'Running',
        containerStatuses: [{ name: 'build', state, ready: true }],
      },
    });
    return {
      namespace: metadata.namespace ?? '',
      pod: name,
      container: 'build',
    };
  }
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The backend has not started');
  return part;
}
