import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  assertNever,
  supplyChainBuildTriggerPermission,
  supplyChainLogsReadPermission,
  supplyChainReadPermission,
  supplyChainValuesReadPermission,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadOwners } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { PersonalCopies } from '../personal/PersonalCopies';
import type { Sight } from '../service/Sight';
import type { Subject } from '../service/Subject';
import { AUTHORISE_MS } from './AUTHORISE_MS';
import type { Caller } from './Caller';
import { couldHoldOn } from './couldHoldOn';
import { holds } from './holds';
import type { OwnedSubject } from './OwnedSubject';
import { ownersMentioned } from './ownersMentioned';
import { subjectResourceRef } from './subjectResourceRef';
import type { SubjectQuery } from './SubjectQuery';

/** What one caller may see, whose logs they may read, and what they may have rebuilt. */
export interface CallerSight extends Sight {
  seesLogs(subject: Subject): boolean;
  /** Whether they may ask for a rebuild. */
  mayTrigger(subject: Subject): boolean;
  /** The policy denies reading as a whole, whatever there is. */
  readonly nothing: boolean;
}

/**
 * Milliseconds for which a decision is good. A stream asks with every view that it sends, and for all of them after
 * `AUTHORISE_MS`: that round must find no decision of the round before, or a right that was taken away would last for two.
 */
export const SIGHT_GOOD_MS = AUTHORISE_MS - 10_000;

type Criteria = PermissionCriteria<SubjectQuery>;
type Decision = 'all' | 'none' | Criteria;

interface Known {
  readonly until: number;
  readonly sight: Promise<Omit<CallerSight, 'signal'>>;
}

/** Asks the permission framework once a request what its caller may see. */
export class Sights {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;
  readonly #owners: WorkloadOwners;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #personal: Pick<PersonalCopies, 'of'> | undefined;
  /** A request is one Caller: nothing is remembered from one request to the next. */
  readonly #known = new WeakMap<Caller, Known>();

  constructor(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    owners: WorkloadOwners;
    clock: Pick<Clock, 'now'>;
    personal?: Pick<PersonalCopies, 'of'>;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.registry;
    this.#owners = options.owners;
    this.#clock = options.clock;
    this.#personal = options.personal;
  }

  async of(as: Caller): Promise<CallerSight> {
    const now = this.#clock.now();
    let known = this.#known.get(as);
    if (!known || known.until <= now) {
      known = {
        until: now + SIGHT_GOOD_MS,
        sight: this.#decide(as),
      };
      this.#known.set(as, known);
      known.sight.catch(() => this.#known.delete(as));
    }
    return {
      ...(await known.sight),
      signal: as.signal,
      personal: as.tokens && this.#personal?.of(as.tokens),
    };
  }

  async #decide({
    credentials,
    signal,
  }: Caller): Promise<Omit<CallerSight, 'signal'>> {
    const decisions = await this.#permissions.authorizeConditional(
      ASKED.map(permission => ({ permission })),
      { credentials },
    );
    const transform = createConditionTransformer(
      this.#registry.getPermissionRuleset(subjectResourceRef),
    );
    const [read, logs, values, trigger] = ASKED.map((_, index) =>
      toDecision(decisions[index], transform),
    ) as [Decision, Decision, Decision, Decision];
    const owners = [read, logs, values, trigger].flatMap(each =>
      typeof each === 'object' ? ownersMentioned(each) : [],
    );
    const ownersOf =
      owners.length > 0
        ? await this.#owners.load(signal, { credentials, owners })
        : () => [] as const;
    const allows = (decision: Decision, subject: Subject) => {
      if (typeof decision === 'string') return decision === 'all';
      return holds(decision, owned(subject, ownersOf));
    };
    return {
      all: read === 'all',
      // What is owned is told by the catalog, to each person in their own way.
      rights:
        typeof read === 'string' || ownersMentioned(read).length === 0
          ? JSON.stringify(read)
          : undefined,
      nothing: read === 'none',
      sees: subject => allows(read, subject),
      seesLogs: subject => allows(read, subject) && allows(logs, subject),
      seesValues: subject => allows(read, subject) && allows(values, subject),
      mayTrigger: subject => allows(read, subject) && allows(trigger, subject),
      mayLookAt: (cluster, namespace) =>
        typeof read === 'string'
          ? read === 'all'
          : couldHoldOn({ cluster, namespace }, read),
    };
  }
}

/** Labels and owners are worked out only where a condition asks for them: a list has thousands of subjects. */
function owned(
  subject: Subject,
  ownersOf: (subject: Subject) => readonly string[],
): OwnedSubject {
  const { kind, cluster, namespace, name } = subject;
  return {
    ...{ kind, cluster, namespace, name },
    get labels() {
      return subject.labels;
    },
    get owners() {
      return ownersOf(subject);
    },
  };
}

const ASKED: readonly ResourcePermission[] = [
  supplyChainReadPermission,
  supplyChainLogsReadPermission,
  supplyChainValuesReadPermission,
  supplyChainBuildTriggerPermission,
];

function toDecision(
  decision: PolicyDecision | undefined,
  transform: (
    conditions: Extract<
      PolicyDecision,
      { result: AuthorizeResult.CONDITIONAL }
    >['conditions'],
  ) => Criteria,
): Decision {
  // No answer is no permission.
  if (!decision) return 'none';
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return 'all';
    case AuthorizeResult.DENY:
      return 'none';
    case AuthorizeResult.CONDITIONAL:
      return transform(decision.conditions);
    default:
      return assertNever(decision);
  }
}
