import type { PersonalSource } from '../../personal/PersonalCopy';

/** Asks a cluster as one person, with their own token. Nobody else is ever given what it answers. */
export type StampedSource = Pick<PersonalSource, 'owner'> & {
  readonly api: Pick<PersonalSource['api'], 'list'>;
};
