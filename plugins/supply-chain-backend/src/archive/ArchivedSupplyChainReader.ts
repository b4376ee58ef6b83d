import type {
  BuildRow,
  BuildsAnswer,
  BuildView,
  ClustersAnswer,
  DeliveriesAnswer,
  ObjectRef,
  StageDetailView,
  WorkloadsAnswer,
  WorkloadsQuery,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { ArchivedBuild } from './ArchivedBuild';
import type { ArchivedSubjects } from './ArchivedSubjects';
import { archivedRow } from './archivedRow';
import type { KeptBuilds } from './KeptBuilds';
import type { NextBuilds } from './NextBuilds';

/** Builds that kpack has deleted, out of the archive, where the live copy has none. */
export class ArchivedSupplyChainReader implements SupplyChainReader<Sight> {
  constructor(
    private readonly inner: SupplyChainReader<Sight>,
    private readonly kept: KeptBuilds,
    private readonly subjects: Pick<ArchivedSubjects, 'current'>,
    private readonly next: NextBuilds,
  ) {}

  clusters(as: Sight): Promise<ClustersAnswer> {
    return this.inner.clusters(as);
  }

  workloads(query: WorkloadsQuery, as: Sight): Promise<WorkloadsAnswer> {
    return this.inner.workloads(query, as);
  }

  workload(ref: ObjectRef, as: Sight): Promise<WorkloadView> {
    return this.inner.workload(ref, as);
  }

  async stage(
    ref: ObjectRef,
    stage: string,
    as: Sight,
  ): Promise<StageDetailView> {
    const view = await this.inner.stage(ref, stage, as);
    const { imageProvider } = view;
    if (!imageProvider) return view;
    return this.next.in(
      view,
      imageProvider,
      next => ({ ...view, imageProvider: { ...imageProvider, next } }),
      as.signal,
    );
  }

  delivery(workload: ObjectRef, as: Sight): Promise<DeliveriesAnswer> {
    return this.inner.delivery(workload, as);
  }

  async builds(image: ObjectRef, as: Sight): Promise<BuildsAnswer> {
    const { answer, error } = await this.#live(image, as);
    const archived = await this.#deleted(image, answer?.builds ?? [], as);
    // The same object as before when there is nothing to add: it is told from a changed one by that.
    if (answer && archived.length === 0) return answer;
    if (!answer && archived.length === 0) throw error;
    return {
      image: answer?.image ?? image,
      builds: [...(answer?.builds ?? []), ...archived].sort(byNumber),
      problems: answer?.problems ?? [],
    };
  }

  async build(ref: ObjectRef, as: Sight): Promise<BuildView> {
    try {
      return await this.inner.build(ref, as);
    } catch (error) {
      if (!(error instanceof NoSuchObject)) throw error;
      const kept = await this.kept.named(ref, as.signal).catch(() => undefined);
      if (!kept || !(await this.#sees(kept, as))) throw error;
      return { ...kept.view, archived: true };
    }
  }

  async #live(
    image: ObjectRef,
    as: Sight,
  ): Promise<{ answer?: BuildsAnswer; error?: unknown }> {
    try {
      return { answer: await this.inner.builds(image, as) };
    } catch (error) {
      if (error instanceof NoSuchObject) return { error };
      throw error;
    }
  }

  async #deleted(
    image: ObjectRef,
    live: readonly BuildRow[],
    as: Sight,
  ): Promise<BuildRow[]> {
    // Without the archive there are the live ones.
    const names = new Set(live.map(({ ref }) => ref.name));
    const kept = await this.kept
      .ofImage(image, as.signal, [...names])
      .catch(() => []);
    as.signal.throwIfAborted();
    const rows: BuildRow[] = [];
    for (const build of kept) {
      if (names.has(build.name) || !(await this.#sees(build, as))) continue;
      names.add(build.name);
      rows.push(archivedRow(build.view));
    }
    return rows;
  }

  async #sees({ subject }: ArchivedBuild, as: Sight): Promise<boolean> {
    return as.sees(await this.subjects.current(subject, as));
  }
}

/** As the live ones are ordered: by number, those without one last. */
function byNumber(a: BuildRow, b: BuildRow): number {
  return (b.number ?? -1) - (a.number ?? -1);
}
