import {
  assertNever,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveStore } from './LiveStore';
import { SupplyChainError } from './SupplyChainError';

type Bye = Extract<StreamMessage, { type: 'bye' }>['because'];

/**
 * What a message means for the connection that it came by: `more`, it goes on; `missed`, something before it is lost, and
 * only another connection can tell; else why the server ends it.
 */
export type Taken = 'more' | 'missed' | Bye;

/** Takes the messages of one connection into the store, in their order. */
export class TopicMessages {
  /** The number of the last message of each topic; none for those of which nothing was said yet. */
  private readonly last = new Map<string, number>();

  constructor(private readonly store: LiveStore) {}

  hasSpokenOf(id: string): boolean {
    return this.last.has(id);
  }

  take(message: StreamMessage): Taken {
    switch (message.type) {
      case 'view':
        this.store.accept(message.id, message.version, message.view);
        return this.took(message);
      case 'patch': {
        const follows = this.last.get(message.id) === message.seq - 1;
        const { id, version, patch } = message;
        return follows && this.store.patch(id, version, patch)
          ? this.took(message)
          : this.missed(id);
      }
      case 'unchanged':
        return this.store.unchanged(message.id, message.version)
          ? this.took(message)
          : this.missed(message.id);
      case 'error': {
        const { code, message: says, ...where } = message.error;
        const error = new SupplyChainError(code, says, where);
        this.store.fail(message.id, error, message.version);
        return this.took(message);
      }
      case 'heartbeat':
        for (const id of this.last.keys()) this.store.confirm(id);
        return 'more';
      case 'bye':
        return message.because;
      default:
        return assertNever(message);
    }
  }

  private took({ id, seq }: { id: string; seq?: number | undefined }): 'more' {
    this.last.set(id, seq ?? (this.last.get(id) ?? 0) + 1);
    return 'more';
  }

  private missed(id: string): 'missed' {
    this.store.restart(id);
    return 'missed';
  }
}
