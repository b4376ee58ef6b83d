/** Words of list. */
export const listMessages = {
  title: 'Supply chains',
} as const;
