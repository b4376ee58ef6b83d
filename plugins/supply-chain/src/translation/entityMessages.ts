/** Words of entity. */
export const entityMessages = {
  title: 'Supply chains',
} as const;
