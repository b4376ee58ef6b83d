import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ArchiveHealth } from './ArchiveHealth';

/** Says among the messages of a live log when it cannot be archived, and when it can again. */
export async function* withArchiveState(
  messages: AsyncIterable<LogMessage>,
  health: Pick<ArchiveHealth, 'failingSince'>,
): AsyncGenerator<LogMessage> {
  let told: number | undefined;
  for await (const message of messages) {
    // First of all comes what steps there are, and last the end.
    if (message.type === 'end') yield* news();
    yield message;
    if (message.type !== 'end') yield* news();
  }

  function* news(): Generator<LogMessage> {
    const { failingSince } = health;
    if (failingSince === told) return;
    told = failingSince;
    yield failingSince === undefined
      ? { type: 'archive-state', state: 'well' }
      : {
          type: 'archive-state',
          state: 'failing',
          since: new Date(failingSince).toISOString(),
        };
  }
}
