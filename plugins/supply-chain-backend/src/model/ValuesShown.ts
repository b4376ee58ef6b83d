/** May the person who asks see the values of environment variables? Names are always shown. */
export type ValuesShown = 'shown' | 'redacted';
