const E = '\u001b';

/** Everything a line may look like, to be looked at: colours, styles, widths, tabs, progress, and what is invisible. */
export function everyColour(): string {
  const names = [
    'black',
    'red',
    'green',
    'yellow',
    'blue',
    'magenta',
    'cyan',
    'white',
  ];
  const named = (base: number) =>
    names.map((name, n) => `${E}[${base + n}m${name}${E}[0m`).join(' ');
  const styles: [number | string, string][] = [
    [1, 'bold'],
    [2, 'dim'],
    [3, 'italic'],
    [4, 'underline'],
    ['4:3', 'curly'],
    [5, 'blink'],
    [7, 'inverse'],
    [8, 'concealed'],
    [9, 'struck'],
    [21, 'double'],
    [53, 'overline'],
  ];
  const row = (from: number) =>
    Array.from({ length: 36 }, (_, n) => from + n)
      .filter(n => n < 256)
      .map(n => `${E}[38;5;${n}m${String(n).padStart(4)}`)
      .join('');
  const ramp = (background: boolean) =>
    Array.from({ length: 64 }, (_, n) => {
      const code = background ? 48 : 38;
      return `${E}[${code};2;${n * 4};${255 - n * 4};128m#`;
    }).join('');
  return [
    ...[30, 90, 40, 100].map(named),
    styles.map(([code, name]) => `${E}[${code}m${name}${E}[0m`).join(' '),
    ...[0, 16, 52, 88, 124, 160, 196, 232].map(n => `${row(n)}${E}[0m`),
    `${ramp(false)}${E}[0m`,
    `${ramp(true)}${E}[0m`,
    ...[41, 42, 43, 44, 45, 46, 47].map(
      ground =>
        `${E}[${ground}m ${[30, 31, 34, 37, 90, 97]
          .map(text => `${E}[${text}m text `)
          .join('')}${E}[0m`,
    ),
    'name\tversion\tsize',
    'a\t1.0\t12 MB',
    'longer-name\t1.0.1\t3 MB',
    '漢字\t仮名\tends',
    'wide: 漢字かな交じり文 한국어 ｆｕｌｌ 😀 👩‍💻 🇩🇪 e\u0301 ก็',
    'bidi: abc\u202efdp.exe\u202c, isolate \u2066x\u2069, mark \u200f',
    'controls: NUL \u0000 DEL \u007f NEL \u0085 LS \u2028',
    '  0%\r 50%\r100% done',
    `Downloading the world${E}[2K\rDownloaded`,
    `a ${E}]8;;https://a.example${E}\\link${E}]8;;${E}\\ that goes nowhere`,
    `${E}[31mred that goes on`,
    `over the line end${E}[0m and stops`,
    `a long line ${'that goes on and on '.repeat(40)}`,
  ].join('\n');
}
