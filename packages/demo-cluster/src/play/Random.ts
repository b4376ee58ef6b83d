/** Where the demo's names and digests come from; tests bring a predictable one. */
export interface Random {
  uuid(): string;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A suffix as the API server appends to `generateName`. */
  suffix(): string;
}
