/** Longest message or output kept, in UTF-16 units. Cartographer's longest real message is about 2,000; outputs end at 1,024 bytes. */
export const MESSAGE_MAX = 4096;
