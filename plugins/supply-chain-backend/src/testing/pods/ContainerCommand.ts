const SCRIPT =
  'pause=$1; shift; for each in "$@"; do printf "$each"; sleep "$pause"; done';

/** What a container does in a test: write, byte for byte, and wait after each piece. */
export class ContainerCommand {
  /** `output` in pieces, a character a byte. */
  constructor(readonly pauseMs: number, readonly output: readonly string[]) {}

  static parse(command: readonly string[]): ContainerCommand {
    const [, , script, , pause, ...output] = command;
    if (script !== SCRIPT) throw new Error(`Not a command of ours: ${script}`);
    return new ContainerCommand(Number(pause) * 1000, output.map(unescaped));
  }

  /** For a container with a shell. */
  get argv(): readonly string[] {
    const pause = String(this.pauseMs / 1000);
    return ['sh', '-c', SCRIPT, 'sh', pause, ...this.output.map(escaped)];
  }
}

/** As `printf` takes it for a format. */
function escaped(piece: string): string {
  return piece.replace(
    /[^A-Za-z0-9 .,:=>-]/g,
    byte => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
}

function unescaped(format: string): string {
  return format.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
