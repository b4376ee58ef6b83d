import { allRows, type Row } from './allRows.ts';
import { askOurs } from './askOurs.ts';
import type { Backend, World } from './World.ts';

/** Workloads whose build history is compared, too. */
const HISTORIES = 100;

/** What our answer has that the clusters have not, and the other way round. */
export interface Verdict {
  readonly workloads: number;
  readonly rows: number;
  readonly missing: number;
  readonly extra: number;
  /** Rows that say something else than the cluster. */
  readonly stale: number;
  readonly histories: number;
  readonly wrongHistories: number;
  readonly examples: readonly string[];
}

type Truth = Awaited<ReturnType<World['truth']>>[number];

/** The oracle: every row of the list, and some histories, against what the clusters hold. */
export async function compareWithTruth(world: World): Promise<Verdict> {
  const backend = world.backend('ours');
  const truth = await world.truth();
  const rows = await allRows(backend);
  const left = new Map(rows.map(row => [keyOf(row.ref), row]));
  const examples: string[] = [];
  const note = (says: string) => {
    if (examples.length < 10) examples.push(says);
  };
  let missing = 0;
  let stale = 0;
  for (const workload of truth) {
    const key = keyOf(workload);
    const row = left.get(key);
    left.delete(key);
    if (!row) {
      missing += 1;
      note(`${key} is missing`);
      continue;
    }
    const wrong = differences(row, workload);
    if (wrong.length > 0) {
      stale += 1;
      note(`${key}: ${wrong.join(', ')}`);
    }
  }
  for (const key of left.keys()) note(`${key} is not there`);
  const sample = truth.filter(
    (_, n) => n % Math.ceil(truth.length / HISTORIES) === 0,
  );
  let wrongHistories = 0;
  for (const workload of sample) {
    const wrong = await historyDifference(backend, workload);
    if (wrong === undefined) continue;
    wrongHistories += 1;
    note(wrong);
  }
  return {
    ...{ workloads: truth.length, rows: rows.length, missing, stale },
    ...{ extra: left.size, histories: sample.length, wrongHistories, examples },
  };
}

function differences(row: Row, truth: Truth): string[] {
  const newest = truth.builds.at(-1);
  const served = truth.builds.findLast(
    build => build.image !== undefined && build.image === truth.latestImage,
  );
  const compare = (what: string, is: unknown, should: unknown) =>
    should === undefined || is === should
      ? []
      : [`${what} is ${String(is)} and not ${String(should)}`];
  return [
    ...compare('chain', row.chain, truth.chain),
    ...compare('builder', row.builder, truth.builder),
    ...compare('tag', row.tag, served?.tag),
    ...compare('reasons', String(row.reasons), newest && reasonsOf(newest)),
    ...compare('phase', row.phase, phaseOf(truth)),
  ];
}

/** kpack's own words for reasons that nothing has to be read into. */
const PLAIN_REASONS = ['LIFECYCLE', 'STACK', 'BUILDPACK'];

function reasonsOf({ reasons }: Truth['builds'][number]): string | undefined {
  return reasons.length > 0 &&
    reasons.every(reason => PLAIN_REASONS.includes(reason))
    ? reasons.join().toLowerCase()
    : undefined;
}

/** Only where it follows from the newest build and the workload's own condition. */
function phaseOf({ builds, ready }: Truth): string | undefined {
  const succeeded = builds.at(-1)?.succeeded;
  if (succeeded === 'False') return 'failed';
  if (succeeded === 'True' && ready === 'True') return 'ready';
  if (succeeded === 'Unknown' && ready === 'True') return 'running';
  return undefined;
}

async function historyDifference(
  backend: Backend,
  { cluster, namespace, name, builds }: Truth,
): Promise<string | undefined> {
  const path = [cluster, namespace, name].map(encodeURIComponent).join('/');
  const answer = await askOurs<{ builds: { ref: { name: string } }[] }>(
    backend,
    `/v1/images/${path}/builds`,
  );
  const shown = answer.builds.map(({ ref }) => ref.name).join();
  const should = [...builds]
    .reverse()
    .map(build => build.name)
    .join();
  return shown === should
    ? undefined
    : `${path}: builds are ${shown} and not ${should}`;
}

function keyOf(of: {
  cluster: string;
  namespace: string;
  name: string;
}): string {
  return `${of.cluster}/${of.namespace}/${of.name}`;
}
