import { clustersAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubeObject } from 'demo-cluster';
import { ndjson } from '../ndjson';
import { startSupplyChain, type SupplyChain } from '../startSupplyChain';
import { findTeams } from './findTeams';
import type { Named, Team } from './Team';

const CARTOGRAPHER = { group: 'carto.run', version: 'v1alpha1' };
const WORKLOADS = { ...CARTOGRAPHER, plural: 'workloads' };
const DELIVERABLES = { ...CARTOGRAPHER, plural: 'deliverables' };
const KPACK = { group: 'kpack.io', version: 'v1alpha2' };
const IMAGES = { ...KPACK, plural: 'images' };
const BUILDS = { ...KPACK, plural: 'builds' };
const BUILDERS = { ...KPACK, plural: 'builders' };

/** What permission rules can go by: a label on our workload, and who owns the entity that selects it. */
export const MARK = { label: 'walked', value: 'ours' } as const;
export const OWNER = 'group:default/us';

const NEWCOMER = 'newcomer';

/** The plugin in front of the demo clusters, where one team's workload can be told from all others by every rule. */
export class TwoTeams {
  /** Names that nothing has, each as long as theirs. */
  readonly absent: Team;

  private constructor(
    readonly chain: SupplyChain,
    readonly ours: Team,
    readonly theirs: Team,
  ) {
    this.absent = {
      workload: missing(theirs.workload),
      stage: missing(theirs.stage),
      image: missing(theirs.image),
      build: missing(theirs.build),
      object: missing(theirs.object),
      run: missing(theirs.run),
      builder: missing(theirs.builder),
    };
  }

  static async start(): Promise<TwoTeams> {
    const chain = await startSupplyChain({
      entities: [
        {
          ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
          metadata: {
            ...{ name: 'ours', namespace: 'default' },
            annotations: {
              'backstage.io/kubernetes-label-selector': `${MARK.label}=${MARK.value}`,
            },
          },
          relations: [{ type: 'ownedBy', targetRef: OWNER }],
        },
      ],
    });
    const [ours, theirs] = await findTeams(chain);
    if (!ours || !theirs) throw new Error('The recording has no two teams');
    const teams = new TwoTeams(chain, ours, theirs);
    for (const team of [ours, theirs]) teams.#giveBuilder(team);
    await teams.#mark();
    return teams;
  }

  /** A delivery comes to the cluster where neither team's workloads are, of nobody's workload. */
  async changeOtherCluster(): Promise<void> {
    const before = await this.#objectsOn('run');
    this.chain.demo.run.state.apply(DELIVERABLES, {
      ...{ apiVersion: 'carto.run/v1alpha1', kind: 'Deliverable' },
      metadata: { name: NEWCOMER, namespace: 'newcomers' },
    });
    await this.#untilListed(
      async () => (await this.#objectsOn('run')) > before,
    );
  }

  /** Of theirs a build fails, an image comes, a workload comes, and another one goes. */
  async changeTheirs(): Promise<void> {
    const { state } = this.chain.demo.build;
    const { workload, image, build } = this.theirs;
    const { cluster, namespace = '' } = workload;
    const other = state
      .list(WORKLOADS, { namespace })
      .items.find(({ metadata }) => metadata.name !== workload.name);
    state.apply(BUILDS, {
      ...this.#object(BUILDS, build),
      status: { conditions: [{ type: 'Succeeded', status: 'False' }] },
    });
    state.apply(IMAGES, renamed(this.#object(IMAGES, image)));
    state.remove(WORKLOADS, namespace, other?.metadata.name ?? '');
    state.apply(WORKLOADS, renamed(this.#object(WORKLOADS, workload)));
    const at = `${cluster}/${namespace}`;
    await this.#untilListed(async () => {
      const [added, imaged, failed] = await Promise.all([
        this.#get(`/v1/workloads/${at}/${NEWCOMER}`),
        this.#get(`/v1/images/${at}/${NEWCOMER}/builds`),
        this.#get(`/v1/builds/${at}/${build.name}`),
      ]);
      return (
        [added, imaged].every(({ status }) => status === 200) &&
        failed?.text.includes('"kind":"failed"') === true
      );
    });
  }

  /** No team of the recording has a Builder of its own. */
  #giveBuilder({ image, builder }: Team): void {
    const { state } = this.chain.demo.build;
    const { kind = '', namespace = '', name = '' } = builder;
    const object = this.#object(IMAGES, image);
    state.apply(BUILDERS, {
      ...{ apiVersion: 'kpack.io/v1alpha2', kind },
      metadata: { namespace, name },
    });
    state.apply(IMAGES, {
      ...object,
      spec: { ...(object.spec as object), builder: { kind, name } },
    });
  }

  /** Puts the label on our workload. */
  async #mark(): Promise<void> {
    const object = this.#object(WORKLOADS, this.ours.workload);
    const { metadata } = object;
    const labels = { ...metadata.labels, [MARK.label]: MARK.value };
    this.chain.demo.build.state.apply(WORKLOADS, {
      ...object,
      metadata: { ...metadata, labels },
    });
    await this.#untilListed(async () => {
      const { text } = await this.#get(`/v1/workloads?owner=${OWNER}`);
      return text.includes('"total":1,');
    });
  }

  #object(kind: typeof WORKLOADS, { namespace, name = '' }: Named): KubeObject {
    const object = this.chain.demo.build.state.get(kind, namespace, name);
    if (!object) throw new Error(`${kind.plural} ${name} is gone`);
    return object;
  }

  async #get(path: string): Promise<{ status: number; text: string }> {
    const response = await this.chain.fetch(path);
    return { status: response.status, text: await response.text() };
  }

  async #objectsOn(cluster: string): Promise<number> {
    const { text } = await this.#get('/v1/clusters');
    return clustersAnswerSchema
      .parse(JSON.parse(text))
      .clusters.filter(({ name }) => name === cluster)
      .flatMap(({ kinds }) => kinds)
      .reduce((sum, { objects }) => sum + objects, 0);
  }

  /** Asks at first, and whenever the list or the history of their image has changed. */
  async #untilListed(is: () => Promise<boolean>): Promise<void> {
    const stream = await this.chain.fetch('/v1/stream', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        topics: [
          { type: 'workloads', id: 'all', query: {} },
          { type: 'builds', id: 'theirs', ref: this.theirs.image },
        ],
      }),
    });
    for await (const message of ndjson(stream)) {
      if (message && (await is())) return;
    }
  }
}

function missing(named: Named): Named {
  return { ...named, name: 'x'.repeat(named.name?.length ?? 1) };
}

function renamed({ metadata, ...object }: KubeObject): KubeObject {
  const { namespace, labels } = metadata;
  return {
    ...object,
    metadata: {
      name: NEWCOMER,
      ...(namespace !== undefined && { namespace }),
      ...(labels && { labels }),
    },
  };
}
