import type { Random } from '../play/Random.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';
import type { Tempo } from '../play/Tempo.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { HealthWords } from './HealthWords.ts';

/** What every controller of the demo works with. */
export interface Scene {
  readonly build: ClusterState;
  readonly run: ClusterState;
  readonly tempo: Tempo;
  readonly random: Random;
  readonly scripts: ScriptLibrary;
  readonly words: HealthWords;
}
