import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WorkloadsQuery } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  WorkloadIdentity,
  WorkloadOwners,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { OwnersUnknown } from './OwnersUnknown';
import { InvalidQuery } from '../service/errors/InvalidQuery';
import { entityMatcher } from './entityMatcher';

type Select = (workload: WorkloadIdentity) => boolean;

/** Who asks, and until when. */
interface Asker {
  readonly credentials: BackstageCredentials;
  readonly signal: AbortSignal;
}

/** The filters of the lists that the catalog answers: `owner` and `entity`. They narrow; what may be seen is decided elsewhere. */
export class Selections {
  readonly #catalog: CatalogService;
  readonly #owners: WorkloadOwners;
  readonly #userInfo: UserInfoService;
  readonly #auth: AuthService;

  constructor(options: {
    catalog: CatalogService;
    owners: WorkloadOwners;
    userInfo: UserInfoService;
    auth: AuthService;
  }) {
    this.#catalog = options.catalog;
    this.#owners = options.owners;
    this.#userInfo = options.userInfo;
    this.#auth = options.auth;
  }

  /** Undefined when the query asks the catalog nothing. */
  async of(
    query: Pick<WorkloadsQuery, 'owner' | 'entity'>,
    as: Asker,
  ): Promise<Select | undefined> {
    const selects = [
      query.owner && (await this.#ownedBy(query.owner, as)),
      query.entity && (await this.#aboutEntity(query.entity, as)),
    ].filter(select => typeof select === 'function');
    return selects.length > 0
      ? workload => selects.every(select => select(workload))
      : undefined;
  }

  async #ownedBy(owner: string, as: Asker): Promise<Select> {
    const wanted = new Set(
      owner === 'me' ? await this.#claims(as) : [entityRef('owner', owner)],
    );
    if (wanted.size === 0) return () => false;
    const ownersOf = await this.#owners.load(as.signal, {
      credentials: as.credentials,
      owners: [...wanted],
    });
    return workload => ownersOf(workload).some(each => wanted.has(each));
  }

  async #claims({ credentials }: Asker): Promise<readonly string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return [];
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return ownershipEntityRefs;
  }

  /** With the caller's own credentials: an entity that they may not see selects nothing. */
  async #aboutEntity(ref: string, as: Asker): Promise<Select> {
    const wanted = entityRef('entity', ref);
    const entity = await this.#catalog
      .getEntityByRef(wanted, { credentials: as.credentials })
      .catch(cause => {
        throw new OwnersUnknown({ cause });
      });
    const matcher = entity && entityMatcher(entity);
    return workload => matcher?.matches(workload) ?? false;
  }
}

function entityRef(what: string, text: string): string {
  const defaultKind = what === 'owner' ? 'group' : 'component';
  try {
    const ref = parseEntityRef(text, {
      defaultKind,
      defaultNamespace: 'default',
    });
    if (isEntityRef(ref)) return stringifyEntityRef(ref);
  } catch {
    // Said below, as what can be parsed and is none.
  }
  throw new InvalidQuery(
    `${what} is not an entity reference: write it as kind:namespace/name`,
  );
}

/** Its parts go into a path of the catalog, where `..` would be another place. */
function isEntityRef({ kind, namespace, name }: CompoundEntityRef): boolean {
  return (
    KubernetesValidatorFunctions.isValidKind(kind) &&
    KubernetesValidatorFunctions.isValidNamespace(namespace) &&
    KubernetesValidatorFunctions.isValidObjectName(name)
  );
}
