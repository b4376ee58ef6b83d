/**
 * Bytes of one line that are shown and searched: 64 KiB. A longer line (a minified bundle printed by a tool) would
 * stall layout in every browser; the download has all of it.
 */
export const LINE_CAP = 64 * 1024;
