/** Words of state. */
export const stateMessages = {
  title: 'Supply chains',
} as const;
