import type {
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
import type { Selections } from '../catalog/Selections';
import type { Sight } from '../service/Sight';
import type { Subject } from '../service/Subject';
import type { NamedKind, Subjects } from '../service/Subjects';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { Caller } from './Caller';
import { offeringTrigger } from './offeringTrigger';
import { sharedChange } from './sharedChange';
import type { CallerSight, Sights } from './Sights';

/**
 * Every reading, as the person who asks. Denied and absent are the same answer, also on a cluster that is down:
 * a 403 would tell that the object exists.
 */
export class AuthorizedSupplyChainReader implements SupplyChainReader<Caller> {
  readonly #inner: SupplyChainReader<Sight>;
  readonly #subjects: Subjects;
  readonly #sights: Sights;
  readonly #selections: Selections;
  readonly #offering = sharedChange((detail: StageDetailView) => ({
    ...detail,
    ...(detail.imageProvider && {
      imageProvider: offeringTrigger(detail.imageProvider),
    }),
  }));

  constructor(options: {
    inner: SupplyChainReader<Sight>;
    subjects: Subjects;
    sights: Sights;
    selections: Selections;
  }) {
    this.#inner = options.inner;
    this.#subjects = options.subjects;
    this.#sights = options.sights;
    this.#selections = options.selections;
  }

  async clusters(as: Caller): Promise<ClustersAnswer> {
    return this.#inner.clusters(await this.#sights.of(as));
  }

  async workloads(query: WorkloadsQuery, as: Caller): Promise<WorkloadsAnswer> {
    const sight = await this.#sights.of(as);
    const selected = await this.#selections.of(query, as);
    if (!selected) return this.#inner.workloads(query, sight);
    return this.#inner.workloads(query, {
      ...sight,
      // Others with the same rights have selected otherwise.
      rights: undefined,
      sees: subject => selected(subject) && sight.sees(subject),
    });
  }

  async workload(ref: ObjectRef, as: Caller): Promise<WorkloadView> {
    return this.#inner.workload(ref, await this.#allowed('Workload', ref, as));
  }

  async stage(
    ref: ObjectRef,
    stage: string,
    as: Caller,
  ): Promise<StageDetailView> {
    const { sight, subject } = await this.#found('Workload', ref, as);
    const detail = await this.#inner.stage(ref, stage, sight);
    return sight.mayTrigger(subject) ? this.#offering(detail) : detail;
  }

  async delivery(workload: ObjectRef, as: Caller): Promise<DeliveriesAnswer> {
    const sight = await this.#allowed('Workload', workload, as);
    return this.#inner.delivery(workload, sight);
  }

  async builds(image: ObjectRef, as: Caller): Promise<BuildsAnswer> {
    return this.#inner.builds(image, await this.#allowed('Image', image, as));
  }

  async build(ref: ObjectRef, as: Caller): Promise<BuildView> {
    return this.#inner.build(ref, await this.#allowed('Build', ref, as));
  }

  async #allowed(kind: NamedKind, ref: ObjectRef, as: Caller): Promise<Sight> {
    return (await this.#found(kind, ref, as)).sight;
  }

  async #found(
    kind: NamedKind,
    ref: ObjectRef,
    as: Caller,
  ): Promise<{ sight: CallerSight; subject: Subject }> {
    const sight = await this.#sights.of(as);
    const subject = await this.#subjects.find(kind, ref, sight);
    if (!subject || !sight.sees(subject)) {
      throw this.#subjects.absent(kind, ref, sight);
    }
    return { sight, subject };
  }
}
