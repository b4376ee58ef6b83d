import type { Thing } from './Team';

/** How a route is asked, and what it may say to whom. */
export type Example =
  /** It answers for everybody, with as much as each person may see: a list, or what belongs to no workload. */
  | {
      readonly is: 'for-everybody';
      readonly query: string;
      /** What its path names, where it does. */
      readonly names: Readonly<Record<string, string>>;
    }
  /** About one thing. To who may not see that it answers as if it were not there. */
  | {
      readonly is: 'about';
      readonly thing: Thing;
      readonly query: string;
      readonly body?: object | undefined;
      /** The permission that it wants besides seeing the thing: 403 without. */
      readonly needs?: string | undefined;
      /** Status of success. */
      readonly answers: number;
    }
  /** It takes topics, and says of each what it is or that it is not there. */
  | { readonly is: 'topics' };

export const forEverybody = (
  query = '',
  names: Readonly<Record<string, string>> = {},
): Example => ({ is: 'for-everybody', query, names });

export const about = (
  thing: Thing,
  of: {
    readonly query?: string;
    readonly body?: object;
    readonly needs?: string;
    readonly answers?: number;
  } = {},
): Example => ({ is: 'about', thing, query: '', answers: 200, ...of });

export const topics: Example = { is: 'topics' };
