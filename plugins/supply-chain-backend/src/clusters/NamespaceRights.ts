import { isRecord } from './isRecord';
import type { ResourceId } from './ResourceId';

interface Rule {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
}

/** What one may do in one namespace, out of the `status` of a SelfSubjectRulesReview. */
export class NamespaceRights {
  readonly #rules: readonly Rule[];
  readonly #incomplete: boolean;

  constructor(status: unknown) {
    const fields = isRecord(status) ? status : {};
    const rules: unknown[] = Array.isArray(fields.resourceRules)
      ? fields.resourceRules
      : [];
    // An authorizer that cannot list its rules (webhooks mostly) may still allow what is asked.
    this.#incomplete = fields.incomplete !== false;
    this.#rules = rules.flatMap(rule => {
      if (!isRecord(rule)) return [];
      // Rules for objects of certain names allow no list of all.
      if (texts(rule.resourceNames).length > 0) return [];
      return {
        verbs: texts(rule.verbs),
        groups: texts(rule.apiGroups),
        resources: texts(rule.resources),
      };
    });
  }

  /** `unknown` where only trying can tell. */
  toList(resource: ResourceId): 'yes' | 'no' | 'unknown' {
    const may = this.#rules.some(
      rule =>
        hasOrAll(rule.verbs, 'list') &&
        hasOrAll(rule.groups, resource.group) &&
        hasOrAll(rule.resources, resource.plural),
    );
    if (may) return 'yes';
    return this.#incomplete ? 'unknown' : 'no';
  }
}

function hasOrAll(list: readonly string[], one: string): boolean {
  return list.includes(one) || list.includes('*');
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}
