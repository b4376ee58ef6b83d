const E = '\u001b';

/** One of each kind of line that build tools print. */
const KINDS: readonly ((n: number) => string)[] = [
  n =>
    `      npm http fetch GET 200 https://npm.acme.example/p${n} ${n % 90}ms`,
  n =>
    `  ${E}[34mCompiled Application${E}[0m: ${E}[33mContributing${E}[0m ${n}`,
  n => `${E}[34m${E}[1mAcme Buildpack${E}[0m${E}[34m 1.${n}${E}[0m`,
  () => `  ${E}[34;2;3mhttps://example.com/acme${E}[0m`,
  n => `  10%\r  40%\r ${E}[32m100%${E}[0m downloaded part ${n}`,
  n =>
    `${E}[38;5;${n % 256}m256 colours${E}[0m ${E}[48;5;${
      n % 256
    }m ground ${E}[0m`,
  n => `${E}[38;2;${n % 255};${(n * 3) % 255};9mtrue colour${E}[0m plain`,
  () => `${E}[7minverse${E}[0m ${E}[4munderlined${E}[0m ${E}[9mstruck${E}[0m`,
  n => `${E}[9${n % 8}mbright${E}[0m \u202eoverride\u0000 日本語 😀\ttab`,
  n => `a long line ${'that goes on '.repeat(n % 30)}`,
];

/** Lines from a number on. The same number is always the same line. */
export function colourfulLines(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    return KINDS[n % KINDS.length]?.(n) ?? '';
  }).join('\n');
}
