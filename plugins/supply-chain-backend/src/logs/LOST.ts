/** Says that a log could not be taken up where it was. */
export const LOST = {
  gap: 'The log has been cut at its beginning since the connection was lost: lines may be missing here',
} as const;
