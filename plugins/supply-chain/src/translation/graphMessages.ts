/** Words of graph. */
export const graphMessages = {
  title: 'Supply chains',
} as const;
