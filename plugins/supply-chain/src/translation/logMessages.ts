/** Words of src/logs. */
export const logMessages = {} as const;
