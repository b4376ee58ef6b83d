/** Words of src/builds. */
export const buildMessages = {} as const;
