import { replay } from '../testing/replay';
import { deliveryView } from './deliveryView';

/** What is told of every Deliverable after every change of it, once its workload has done all it can; without what differs by name. */
function told(name: 'run1' | 'run2'): Set<string> {
  const sentences = new Set<string>();
  for (const { kind, cluster, namespace, name: of } of replay(name)) {
    if (kind !== 'deliverables.carto.run') continue;
    const found = cluster.get('deliverables.carto.run', namespace, of);
    if (!found) continue;
    const { phase, owner, says = '' } = deliveryView('run', found, true);
    sentences.add(
      [phase, owner, says.replaceAll(of, 'NAME').replace(/[0-9a-f]{40}/, 'SHA')]
        .filter(Boolean)
        .join(' | '),
    );
  }
  return sentences;
}

const ALWAYS = [
  'ready',
  'running | Deployer: at work',
  'running | Deployer: its controller has not taken it up yet',
  "running | Source Provider: building artifact: new upstream revision 'main@sha1:SHA'",
  'waiting | Nothing to deliver yet: no configuration at its source; a pull request may wait to be merged',
];

describe('deliveryView at every recorded moment', () => {
  it('of run1, where all that was delivered came up: no failure, and nothing misconfigured', () => {
    expect([...told('run1')].sort()).toEqual(ALWAYS);
  });

  it('of run2, from the first moment of each, and with the one that failed', () => {
    expect([...told('run2')].sort()).toEqual(
      [
        ...ALWAYS,
        'failed | platform | Deployer: service/NAME: Revision "NAME-00001" failed with message: Unable to fetch image "registry.acme.localhost/apps/storefront-NAME": failed to resolve image to digest',
        'running | Source Provider: at work',
        'running | Source Provider: building artifact',
        'waiting | Cartographer has not taken it up yet',
      ].sort(),
    );
  });
});
