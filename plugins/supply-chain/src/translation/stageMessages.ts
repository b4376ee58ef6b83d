/** Words of src/stages. */
export const stageMessages = {} as const;
