import { builtinResources } from '../catalog/builtinResources.ts';
import { kpackResources } from '../catalog/kpackResources.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { parseFieldSelector } from './parseFieldSelector.ts';

const kinds = [...builtinResources, ...kpackResources];
const kind = (plural: string, group = '') => {
  const found = kinds.find(d => d.plural === plural && d.group === group);
  if (!found) throw new Error(`no ${plural}`);
  return found;
};
const pod: KubeObject = {
  metadata: { name: 'p', namespace: 'dev' },
  spec: { nodeName: 'n', hostNetwork: true },
  status: { phase: 'Running' },
};
const event: KubeObject = {
  metadata: { name: 'e', namespace: 'dev' },
  involvedObject: { kind: 'Pod', name: 'p,q' },
  source: {},
  reportingComponent: 'kubelet',
};

describe('parseFieldSelector', () => {
  it.each([
    ['metadata.name=p', kind('pods'), pod, true],
    ['metadata.name==p,metadata.namespace=dev', kind('pods'), pod, true],
    ['metadata.name=p,metadata.namespace=shop', kind('pods'), pod, false],
    ['status.phase!=Running', kind('pods'), pod, false],
    ['spec.nodeName=', kind('pods'), pod, false],
    ['spec.hostNetwork=true', kind('pods'), pod, true],
    ['involvedObject.name=p\\,q', kind('events'), event, true],
    [
      'involvedObject.kind=Pod,involvedObject.uid=',
      kind('events'),
      event,
      true,
    ],
    ['source=kubelet', kind('events'), event, true],
    ['regarding.kind=Pod', kind('events', 'events.k8s.io'), event, true],
    ['', kind('builds', 'kpack.io'), pod, true],
  ])('%s', (selector, definition, object, expected) => {
    expect(parseFieldSelector(selector, definition)(object)).toBe(expected);
  });

  it.each([
    ['status.phase=x', 'field label not supported: status.phase'],
    ['nonsense', "invalid selector: 'nonsense'; can't understand 'nonsense'"],
  ])('refuses %s for custom resources', (selector, message) => {
    expect(() =>
      parseFieldSelector(selector, kind('builds', 'kpack.io')),
    ).toThrow(message);
  });
});
