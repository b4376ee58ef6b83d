import {
  stageDetailViewSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RunningPlugin } from '../startPlugin';
import type { Team } from './Team';

/** A team in each namespace that has a workload built by kpack, with a build whose pod is still there, and a run of Tekton. */
export async function findTeams(
  plugin: Pick<RunningPlugin, 'fetch'>,
): Promise<readonly Team[]> {
  const answer = async (path: string): Promise<unknown> =>
    (await plugin.fetch(path)).json();
  const { items } = workloadsAnswerSchema.parse(
    await answer('/v1/workloads?limit=1000'),
  );
  const teams = new Map<string, Team>();
  for (const { ref, engine, pipeline } of items) {
    if (engine !== 'kpack' || teams.has(ref.namespace)) continue;
    const path = `/v1/workloads/${ref.cluster}/${ref.namespace}/${ref.name}`;
    let found: Omit<Team, 'run'> | undefined;
    let run: Team['run'] | undefined;
    for (const { stage } of pipeline) {
      const detail = stageDetailViewSchema.safeParse(
        await answer(`${path}/stages/${encodeURIComponent(stage)}`),
      );
      const task = detail.data?.runs?.list[0]?.tasks[0];
      if (task?.pod) {
        run = { ...ref, name: task.taskRun, resource: 'taskruns.tekton.dev' };
      }
      const { image, build } = detail.data?.imageProvider ?? {};
      if (!image || !build?.pod?.present) continue;
      found = {
        workload: ref,
        stage: { ...ref, stage },
        image: { ...ref, name: image.name },
        build: build.ref,
        object: { ...ref, name: image.name, resource: 'images.kpack.io' },
        builder: { ...ref, kind: 'Builder', name: `${ref.namespace}-own` },
      };
    }
    if (found && run) teams.set(ref.namespace, { ...found, run });
  }
  return [...teams.values()];
}
