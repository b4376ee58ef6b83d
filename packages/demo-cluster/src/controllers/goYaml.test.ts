import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { at } from '../json/at.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { goYaml } from './goYaml.ts';
import { outputOf } from './outputOf.ts';
import { stagesOf } from './stagesOf.ts';

/** Every output that Cartographer cut, with the object that holds it whole. */
const cut = ['run1', 'run2'].flatMap(recording => {
  const { end } = readRecording(recordingDirectory(recording));
  const objectOf = (resource: string, namespace: unknown, name: string) => {
    const { group, plural } = parseKindName(resource);
    return end
      .find(kind => kind.plural === plural && kind.group === group)
      ?.objects.find(
        o => o.metadata.namespace === namespace && o.metadata.name === name,
      );
  };
  const owners: KubeObject[] = end
    .filter(kind => ['workloads', 'deliverables'].includes(kind.plural))
    .flatMap(kind => kind.objects);
  return owners.flatMap(owner =>
    stagesOf(owner).flatMap(({ name, stamped, outputs }) =>
      outputs
        .filter(o => outputOf(o.name, o.preview).digest !== o.digest)
        .map(output => ({
          name: `${recording} ${owner.metadata.name} ${name}`,
          output,
          object:
            stamped &&
            objectOf(stamped.resource, stamped.namespace, stamped.name),
        })),
    ),
  );
});

describe('goYaml', () => {
  it('has cut outputs to hold against', () => {
    expect(cut.length).toBeGreaterThan(50);
  });

  it.each(cut)(
    'writes the bytes that Cartographer hashed for $name',
    ({ output, object }) => {
      const made = [object?.data, at(object, 'status', 'template')]
        .filter(value => value !== undefined)
        .map(value => outputOf(output.name, goYaml(value)));
      expect(made).toContainEqual(output);
    },
  );

  it.each([
    ['a text', 'registry/app@sha256:1\n', 'registry/app@sha256:1'],
    ['a number in a text', '"8080"\n', '8080'],
    ['a number with a point', '"-1_0.5e3"\n', '-1_0.5e3'],
    ['a number that begins with a point', '".5"\n', '.5'],
    ['two points', '1.2.3\n', '1.2.3'],
    ['an empty text', '""\n', ''],
    ['an empty map', '{}\n', {}],
    ['an empty list', '[]\n', []],
    ['lists in lists', '- - 1\n  - 2\n', [[1, 2]]],
    ['a text that looks like a map', "'a: b'\n", 'a: b'],
    ['lines', 'a: |\n    x\n    y\n', { a: 'x\ny\n' }],
  ])('writes %s', (_, yaml, value) => {
    expect(goYaml(value)).toBe(yaml);
  });
});
