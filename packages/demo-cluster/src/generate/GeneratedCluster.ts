import { hash } from 'node:crypto';
import { KIND } from '../controllers/kinds.ts';
import { listAt } from '../json/listAt.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { FamilyTemplates } from './FamilyTemplates.ts';
import { GeneratedObject } from './GeneratedObject.ts';
import { namesOf } from './namesOf.ts';
import type { ObjectTemplate } from './ObjectTemplate.ts';
import type { Particulars } from './Particulars.ts';

/** Builds a workload keeps, the one of the moment among them. */
const BUILDS_KEPT = 3;
/** One of so many workloads has a build under way at the start. */
const ONE_RUNNING_IN = 50;
const DAY = 24 * 60 * 60;
/** The oldest workload's newest build. */
const OLDEST_DAYS = 40;

/** A build that came to its end, as those who wait for it may recognise it. */
export interface FinishedBuild {
  readonly namespace: string;
  readonly workload: string;
  readonly build: string;
  readonly number: number;
  /** The image's tag that this build alone has; absent when it failed. */
  readonly tag: string | undefined;
  /** When the last of its objects was written, ms since the epoch. */
  readonly at: number;
}

interface Member {
  readonly templates: FamilyTemplates;
  /** Of its newest build that has ended. */
  particulars: Particulars;
  /** Names of its Builds, oldest first. */
  readonly builds: string[];
  running: boolean;
}

/** The workloads of a generated cluster and what becomes of them. The same for the same seed, but for the time of day. */
export class GeneratedCluster {
  readonly #state: ClusterState;
  readonly #now: () => number;
  readonly #members: Member[] = [];

  constructor(opts: {
    state: ClusterState;
    families: readonly FamilyTemplates[];
    workloads: number;
    seed: string;
    /** ms since the epoch. */
    now: () => number;
  }) {
    this.#state = opts.state;
    this.#now = opts.now;
    for (let index = 0; index < opts.workloads; index++) {
      const templates = opts.families[index % opts.families.length];
      if (!templates)
        throw new Error(
          'The recording has no workload whose image kpack builds: nothing to generate from',
        );
      this.#members.push(this.#create(templates, opts.seed, index));
    }
  }

  get workloads(): number {
    return this.#members.length;
  }

  /** Where a workload is. */
  nameOf(index: number): { namespace: string; name: string } {
    const { namespace, name } = this.#member(index).particulars;
    return { namespace, name };
  }

  namespaces(): string[] {
    return [...new Set(this.#members.map(m => m.particulars.namespace))];
  }

  /** Whether the next build of this workload will make an image. */
  succeeds(index: number): boolean {
    return this.#member(index).templates.succeeds;
  }

  /** Ends builds until every workload has as many as it keeps: from then on there are as many objects however many builds end. */
  fillHistories(): void {
    for (const [index, { builds }] of this.#members.entries()) {
      while (builds.length < BUILDS_KEPT) this.finishNow(index);
    }
  }

  /** Starts the next build, as far as the family's recording knows how that looks. One write a step. */
  start(index: number): Generator<void, void> {
    return this.#start(this.#member(index));
  }

  /** Ends the build that is under way, or a new one that nobody saw start. One write a step. */
  finish(index: number): Generator<void, FinishedBuild> {
    return this.#finish(this.#member(index));
  }

  /** The same at once. */
  finishNow(index: number): FinishedBuild {
    const steps = this.finish(index);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  *#start(member: Member): Generator<void, void> {
    const { running } = member.templates;
    if (member.running || !running) return;
    const p = this.#next(member, running.createdAt);
    member.running = true;
    member.builds.push(this.#put(running.build, p));
    yield;
    if (running.pod) this.#put(running.pod, p);
    yield;
    this.#put(running.image, p);
  }

  *#finish(member: Member): Generator<void, FinishedBuild> {
    const { templates, particulars: before } = member;
    const [newest] = templates.builds;
    const p = this.#next(member, newest.createdAt);
    member.particulars = p;
    const wasRunning = member.running;
    member.running = false;
    if (newest.pod) this.#put(newest.pod, p);
    yield;
    const build = this.#put(newest.build, p);
    if (!wasRunning) member.builds.push(build);
    yield;
    this.#put(templates.image, p);
    for (const stamped of templates.stamped) {
      if (!stamped.tellsOfBuilds) continue;
      yield;
      this.#put(stamped, p);
    }
    yield;
    this.#put(templates.workload, p);
    const at = this.#now();
    yield;
    this.#remove(newest.pod, before);
    while (member.builds.length > BUILDS_KEPT) {
      yield;
      this.#state.remove(KIND.build, p.namespace, member.builds.shift() ?? '');
    }
    return {
      ...{ namespace: p.namespace, workload: p.name, build, number: p.build },
      tag: templates.succeeds ? this.#tagOf(p.namespace, build) : undefined,
      at,
    };
  }

  #create(templates: FamilyTemplates, seed: string, index: number): Member {
    const salt = `${seed}/${index}`;
    const dice = parseInt(hash('sha1', salt).slice(0, 8), 16);
    // Most are young, some are old: a square instead of an even spread.
    const age = ((dice % 10_000) / 10_000) ** 2 * OLDEST_DAYS * DAY;
    const [newest] = templates.builds;
    const ended = newest.createdAt + templates.buildSeconds;
    const shiftSeconds = Math.floor(this.#now() / 1000 - ended - age);
    const particulars: Particulars = {
      ...namesOf(seed, index),
      ...{ salt, shiftSeconds, bornShiftSeconds: shiftSeconds },
      build: templates.newest + ((dice >>> 4) % 40),
    };
    const kept = templates.builds.slice(0, 1 + ((dice >>> 10) % BUILDS_KEPT));
    this.#put(templates.workload, particulars);
    for (const stamped of templates.stamped) this.#put(stamped, particulars);
    this.#put(templates.image, particulars);
    const builds = [...kept]
      .reverse()
      .map(({ build }) => this.#put(build, particulars));
    if (newest.pod) this.#put(newest.pod, particulars);
    const member: Member = { templates, particulars, builds, running: false };
    if (dice % ONE_RUNNING_IN === 0) drain(this.#start(member));
    return member;
  }

  /** The particulars of the next build, at whose end it is now. `createdAt`: as its template has it, s. */
  #next({ templates, particulars }: Member, createdAt: number): Particulars {
    const started = Math.floor(this.#now() / 1000) - templates.buildSeconds;
    return {
      ...particulars,
      build: particulars.build + 1,
      shiftSeconds: started - createdAt,
    };
  }

  #put(template: ObjectTemplate, p: Particulars): string {
    const object = new GeneratedObject(template, p);
    return this.#state.apply(template.resource, object).metadata.name;
  }

  #remove(template: ObjectTemplate | undefined, p: Particulars): void {
    if (!template) return;
    const { namespace, name } = template.slimMetadata(p, '');
    this.#state.remove(template.resource, namespace, name);
  }

  #tagOf(namespace: string, name: string): string | undefined {
    const build = this.#state.get(KIND.build, namespace, name);
    const tag = listAt(build, 'spec', 'tags').at(-1);
    return typeof tag === 'string' ? tag.split(':').at(-1) : undefined;
  }

  #member(index: number): Member {
    const member = this.#members[index];
    if (!member) throw new Error(`There is no workload ${index}`);
    return member;
  }
}

function drain(steps: Generator<void, unknown>): void {
  while (!steps.next().done);
}
