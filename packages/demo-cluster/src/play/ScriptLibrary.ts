import type { KindName } from '../recording/KindName.ts';
import type { Recording } from '../recording/Recording.ts';
import { extractRunScripts } from './extractRunScripts.ts';
import type { RunScript } from './RunScript.ts';

export interface ScriptRequest {
  /** Any of these. */
  readonly resources: readonly KindName[];
  readonly outcome: RunScript['outcome'];
  /** Which scripts can be used at all. */
  readonly fits: (script: RunScript) => boolean;
  /** How near a script is to what shall be played; the nearest is taken, of equals the newest. */
  readonly nearness: (script: RunScript) => number;
}

/**
 * All runs that can be played: those of the served recording first; where it has none that fits,
 * those of the recordings behind it. Each is read when first needed.
 */
export class ScriptLibrary {
  readonly #recordings: readonly (() => Recording)[];
  readonly #scripts = new Map<number, readonly RunScript[]>();

  constructor(recordings: readonly (() => Recording)[]) {
    this.#recordings = recordings;
  }

  find({
    resources,
    outcome,
    fits,
    nearness,
  }: ScriptRequest): RunScript | undefined {
    for (const i of this.#recordings.keys()) {
      const found = this.#of(i)
        .filter(
          script =>
            resources.some(
              ({ group, plural }) =>
                script.resource.plural === plural &&
                script.resource.group === group,
            ) &&
            script.outcome === outcome &&
            fits(script),
        )
        .map(script => ({ script, near: nearness(script) }))
        .reduce<{ script: RunScript; near: number } | undefined>(
          (best, one) => (best && best.near > one.near ? best : one),
          undefined,
        );
      if (found) return found.script;
    }
    return undefined;
  }

  /** Of the served recording alone. */
  own(): readonly RunScript[] {
    return this.#of(0);
  }

  #of(index: number): readonly RunScript[] {
    let scripts = this.#scripts.get(index);
    if (!scripts) {
      const recording = this.#recordings[index]?.();
      scripts = recording
        ? extractRunScripts(recording.changes(), recording.logs)
        : [];
      this.#scripts.set(index, scripts);
    }
    return scripts;
  }
}
