import { createHash } from 'node:crypto';
import { at } from '../json/at.ts';
import { goYaml } from '../controllers/goYaml.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { FastDemo } from './FastDemo.ts';
import { isReady } from './isReady.ts';

/** What has to be true of a workload that came to rest after a commit. */
export function expectConsistent(
  demo: FastDemo,
  target: string,
  before: KubeObject,
): void {
  const workload = demo.get('build', 'workloads.carto.run', target);
  expect(isReady(workload)).toBe(true);
  const old = stagesOf(before);
  const oldRevision = old.flatMap(s => s.outputs.map(o => o.preview.trim()));
  for (const stage of stagesOf(workload)) {
    for (const output of stage.outputs) {
      if (output.preview.length < 1024)
        expect(output.digest).toBe(
          `sha256:${createHash('sha256').update(output.preview).digest('hex')}`,
        );
      if (['image', 'revision', 'url'].includes(output.name))
        expect(oldRevision).not.toContain(output.preview.trim());
    }
    if (stage.stamped) {
      const { resource, namespace, name } = stage.stamped;
      const stamped = demo.get('build', resource, `${namespace ?? ''}/${name}`);
      const [config] = stage.outputs.filter(o => o.name === 'config');
      const whole = [stamped.data, at(stamped, 'status', 'template')]
        .filter(value => value !== undefined)
        .map(
          value =>
            `sha256:${createHash('sha256')
              .update(goYaml(value))
              .digest('hex')}`,
        );
      if (config) expect(whole).toContain(config.digest);
    }
  }
}
