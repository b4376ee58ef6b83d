/** Words of src/builds. */
export const buildMessages = {
  notRun: 'not run',
} as const;
