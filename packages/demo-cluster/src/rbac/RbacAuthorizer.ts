import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Attributes } from './Attributes.ts';
import { bootstrapPolicy } from './bootstrapPolicy.ts';
import { matchesRule } from './matchesRule.ts';
import type { PolicyRule } from './PolicyRule.ts';
import type { User } from './User.ts';

const RBAC = 'rbac.authorization.k8s.io';

export interface Decision {
  readonly allowed: boolean;
  /** What went wrong while deciding, in the authorizer's words; '' mostly. */
  readonly reason: string;
}

/** Decides by the Roles, ClusterRoles and bindings that stand in the cluster at this moment. */
export class RbacAuthorizer {
  readonly #state: ClusterState;

  constructor(state: ClusterState) {
    this.#state = state;
  }

  decide(user: User, wanted: Attributes): Decision {
    const namespace = wanted.kind === 'resource' ? wanted.namespace : undefined;
    const missing: string[] = [];
    for (const rule of this.#rules(user, namespace, missing)) {
      if (matchesRule(rule, wanted)) return { allowed: true, reason: '' };
    }
    return {
      allowed: false,
      reason: missing.length > 0 ? `RBAC: ${missing.join(', ')}` : '',
    };
  }

  /** Every rule that holds for a user in a namespace, cluster-wide ones included. */
  rulesOf(user: User, namespace: string): PolicyRule[] {
    return [...this.#rules(user, namespace, [])];
  }

  *#rules(
    user: User,
    namespace: string | undefined,
    missing: string[],
  ): Generator<PolicyRule> {
    for (const { group, rules } of bootstrapPolicy) {
      if (user.groups.includes(group)) yield* rules;
    }
    for (const binding of this.#state.list({
      group: RBAC,
      plural: 'clusterrolebindings',
    }).items) {
      if (isSubject(binding, user))
        yield* this.#rulesOfRole(binding, undefined, missing);
    }
    if (!namespace) return;
    for (const binding of this.#state.list(
      { group: RBAC, plural: 'rolebindings' },
      { namespace },
    ).items) {
      if (isSubject(binding, user))
        yield* this.#rulesOfRole(binding, namespace, missing);
    }
  }

  #rulesOfRole(
    binding: KubeObject,
    namespace: string | undefined,
    missing: string[],
  ): PolicyRule[] {
    const ref = binding.roleRef as
      | { kind?: unknown; name?: unknown }
      | undefined;
    const name = String(ref?.name ?? '');
    const inNamespace = ref?.kind === 'Role';
    const role = inNamespace
      ? this.#state.get({ group: RBAC, plural: 'roles' }, namespace, name)
      : this.#state.get(
          { group: RBAC, plural: 'clusterroles' },
          undefined,
          name,
        );
    if (role) return readRules(role.rules);
    missing.push(
      `${inNamespace ? 'role' : 'clusterrole'}.${RBAC} "${name}" not found`,
    );
    return [];
  }
}

function isSubject(binding: KubeObject, user: User): boolean {
  if (!Array.isArray(binding.subjects)) return false;
  return binding.subjects.some(
    (
      subject: { kind?: unknown; name?: unknown; namespace?: unknown } | null,
    ) => {
      switch (subject?.kind) {
        case 'User':
          return subject.name === user.name;
        case 'Group':
          return user.groups.includes(String(subject.name));
        case 'ServiceAccount':
          return (
            user.name ===
            `system:serviceaccount:${String(subject.namespace)}:${String(
              subject.name,
            )}`
          );
        default:
          return false;
      }
    },
  );
}

function readRules(rules: unknown): PolicyRule[] {
  if (!Array.isArray(rules)) return [];
  return rules.map((rule: Record<string, unknown> | null) => ({
    verbs: strings(rule?.verbs),
    ...(rule?.apiGroups !== undefined && {
      apiGroups: strings(rule.apiGroups),
    }),
    ...(rule?.resources !== undefined && {
      resources: strings(rule.resources),
    }),
    ...(rule?.resourceNames !== undefined && {
      resourceNames: strings(rule.resourceNames),
    }),
    ...(rule?.nonResourceURLs !== undefined && {
      nonResourceURLs: strings(rule.nonResourceURLs),
    }),
  }));
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}
