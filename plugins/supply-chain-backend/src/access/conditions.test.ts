import {
  createConditionTransformer,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { couldHoldOn } from './couldHoldOn';
import { holds } from './holds';
import { ownersMentioned } from './ownersMentioned';
import type { OwnedSubject } from './OwnedSubject';
import type { SubjectQuery } from './SubjectQuery';
import { supplyChainRules } from './rules/supplyChainRules';
import { supplyChainConditions } from './supplyChainConditions';

const rules = Object.values(supplyChainRules);
const transform = createConditionTransformer<SubjectQuery>({
  getRuleByName(name) {
    const rule = rules.find(each => each.name === name);
    if (!rule) throw new Error(`No rule ${name}`);
    // A rule of its own parameters among rules of any.
    return rule as PermissionRule<unknown, SubjectQuery, string>;
  },
});

const word = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const subject = fc.record<OwnedSubject>({
  kind: fc.constantFrom('Workload', 'Image'),
  cluster: word,
  namespace: word,
  name: word,
  labels: fc.dictionary(word, word, { maxKeys: 3 }),
  owners: fc.array(word, { maxLength: 2 }),
});

const condition = fc.oneof(
  fc.array(word).map(clusters => supplyChainConditions.inCluster({ clusters })),
  fc
    .array(word)
    .map(namespaces => supplyChainConditions.inNamespace({ namespaces })),
  fc.array(word).map(claims => supplyChainConditions.isEntityOwner({ claims })),
  word.map(label => supplyChainConditions.hasLabel({ label })),
  fc
    .tuple(word, word)
    .map(([label, value]) => supplyChainConditions.hasLabel({ label, value })),
);

type Criteria = PermissionCriteria<PermissionCondition>;

const criteria = fc.letrec<{ any: Criteria }>(tie => {
  const some = fc
    .tuple(tie('any'), fc.array(tie('any'), { maxLength: 2 }))
    .map(([first, rest]): [Criteria, ...Criteria[]] => [first, ...rest]);
  return {
    any: fc.oneof(
      { maxDepth: 3 },
      condition.map((each): Criteria => each),
      some.map((allOf): Criteria => ({ allOf })),
      some.map((anyOf): Criteria => ({ anyOf })),
      tie('any').map((not): Criteria => ({ not })),
    ),
  };
}).any;

/** As the permission framework applies conditions, with each rule's own `apply`. */
function applied(conditions: Criteria, to: OwnedSubject): boolean {
  if ('allOf' in conditions) return conditions.allOf.every(c => applied(c, to));
  if ('anyOf' in conditions) return conditions.anyOf.some(c => applied(c, to));
  if ('not' in conditions) return !applied(conditions.not, to);
  const rule = rules.find(({ name }) => name === conditions.rule);
  return rule?.apply(to, conditions.params as never) ?? false;
}

describe('a condition over a list', () => {
  it('holds for the rows for which its rules hold', () => {
    fc.assert(
      fc.property(criteria, subject, (conditions, each) => {
        expect(holds(transform(conditions), each)).toBe(
          applied(conditions, each),
        );
      }),
    );
  });

  it('hides a cluster only when it holds for nothing there', () => {
    fc.assert(
      fc.property(criteria, subject, (conditions, each) => {
        const query = transform(conditions);
        fc.pre(holds(query, each));
        const { cluster, namespace } = each;
        expect(couldHoldOn({ cluster }, query)).toBe(true);
        expect(couldHoldOn({ cluster, namespace }, query)).toBe(true);
      }),
    );
  });

  it('hides a cluster that it names not', () => {
    const only = transform(
      supplyChainConditions.inCluster({ clusters: ['a'] }),
    );
    expect(couldHoldOn({ cluster: 'a' }, only)).toBe(true);
    expect(couldHoldOn({ cluster: 'b' }, only)).toBe(false);
    expect(couldHoldOn({ cluster: 'a' }, { not: only })).toBe(false);
  });

  it('hides what is said of a namespace that it names not', () => {
    const only = transform(
      supplyChainConditions.inNamespace({ namespaces: ['a'] }),
    );
    const cluster = 'any';
    expect(couldHoldOn({ cluster }, only)).toBe(true);
    expect(couldHoldOn({ cluster, namespace: 'a' }, only)).toBe(true);
    expect(couldHoldOn({ cluster, namespace: 'b' }, only)).toBe(false);
  });

  it('asks for the owners that its rules name, and for no others', () => {
    const owner = transform(
      supplyChainConditions.isEntityOwner({ claims: ['x', 'y'] }),
    );
    const label = transform(supplyChainConditions.hasLabel({ label: 'a' }));
    expect(ownersMentioned({ anyOf: [label, { not: owner }] })).toEqual([
      'x',
      'y',
    ]);
    expect(ownersMentioned({ allOf: [label, label] })).toEqual([]);
  });
});
