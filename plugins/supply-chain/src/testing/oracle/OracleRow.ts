/** Text of one style, in words that both sides know: xterm's API does not tell the kinds of underline apart. */
export type OracleSpan = { text: string; style: string };

/** Gathers spans. */
export class OracleRow {
  private readonly spans: OracleSpan[] = [];

  add(text: string, style: string): void {
    const last = this.spans[this.spans.length - 1];
    if (last?.style === style) last.text += text;
    else if (text) this.spans.push({ text, style });
  }

  /** Without plain blanks at the end: a terminal does not know them from what was never written. */
  trimmed(): OracleSpan[] {
    const last = this.spans[this.spans.length - 1];
    if (last?.style === '') {
      last.text = last.text.trimEnd();
      if (!last.text) this.spans.pop();
    }
    return this.spans;
  }
}
