import type {
  BuildRow,
  BuildView,
  ImageProviderView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { rowOfBuild } from '../../model/builds/rowOfBuild';
import { present } from '../../model/objects/present';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import type { Surroundings } from '../../model/Surroundings';
import type { ValuesShown } from '../../model/ValuesShown';
import { metaOf } from '../metaOf';
import { taskRunQuery } from '../runs/taskRunQuery';
import { explainRun } from './explainRun';
import { readRunInputs } from './readRunInputs';
import { runBuild } from './runBuild';
import type { RunInputs } from './RunInputs';

/** Of a stage that builds an image from a Dockerfile: its runs as image builds, newest first. All else stays as it is. */
export function withDockerfileBuilds(
  detail: StageDetailView,
  workload: WorkloadObject,
  around: Surroundings,
  values: ValuesShown,
): StageDetailView {
  const { imageProvider, runs } = detail;
  const stage = workload.status.resources.find(
    each => each.name === detail.stage.name,
  );
  if (imageProvider?.engine !== 'dockerfile' || !runs || !stage) return detail;
  const inputs = inputsByRun(stage, workload, around);
  // Which of them are this stage's own has been found out: labels alone do not tell.
  const list = runs.list.filter(run => run.kind === 'TaskRun');
  const builds = list.map((run, index): BuildView => {
    const before = list[index + 1];
    const now = inputs.get(run.name) ?? NOTHING;
    return runBuild({
      ...{ run, inputs: now, workload: detail.workload, previous: before },
      why: explainRun(now, before && inputs.get(before.name), values),
      lastGood: list
        .slice(index + 1)
        .find(({ phase }) => phase === 'succeeded'),
    });
  });
  const recent: BuildRow[] = builds.map(rowOfBuild);
  const provider: ImageProviderView = present({
    ...imageProvider,
    build: builds[0],
    builds,
    recent,
  });
  return { ...detail, imageProvider: provider };
}

const NOTHING: RunInputs = { params: new Map(), stepImages: new Map() };

function inputsByRun(
  stage: WorkloadObject['status']['resources'][number],
  workload: WorkloadObject,
  around: Surroundings,
): ReadonlyMap<string, RunInputs> {
  const query = taskRunQuery(stage, workload);
  const { cluster } = around;
  const namespace = stage.stampedRef?.namespace ?? workload.meta.namespace;
  const read = query && around.stamped?.({ ...query, cluster, namespace });
  return new Map(
    (read?.objects ?? []).flatMap(raw => {
      const meta = metaOf(raw);
      return meta ? [[meta.name, readRunInputs(raw)] as const] : [];
    }),
  );
}
