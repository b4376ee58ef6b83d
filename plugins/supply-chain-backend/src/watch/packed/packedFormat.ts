/**
 * How a text is packed: its UTF-8 as a row of tokens. The token's byte says which, its lowest bits how long (all of them
 * set: and as many bytes more as follow, 255 meaning that yet another does).
 *
 * | token     | byte     | follows                | stands for                                          |
 * | literal   | 00…      | the bytes              | bytes as they are                                   |
 * | hex       | .01…     | half as many bytes     | lower-case hexadecimal digits: digests, uids        |
 * | known     | .10…     | 2 bytes: where         | bytes of the dictionary                             |
 * | repeated  | .11…     | 2 bytes: how far back  | bytes of this text                                  |
 */
export const TOKEN = {
  literal: 0x00,
  hex: 0x40,
  known: 0x80,
  repeated: 0xc0,
  kinds: 0xc0,
  length: 0x3f,
} as const;

/** Bytes that must be the same for `known` and `repeated`: one more than what such a token takes, and one to hash well. */
export const SHORTEST_MATCH = 5;
/** How far two bytes can point, and so how long a dictionary can be. */
export const FARTHEST = 0xffff;
/** Hexadecimal digits below which plain bytes are as good. */
export const SHORTEST_HEX = 8;
