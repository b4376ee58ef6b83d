import { characterWidth } from '../../logs/engine/characterWidth';

/** Our widths of characters, for xterm. */
export class OurWidths {
  static readonly version = 'log';
  readonly version = OurWidths.version;

  wcwidth(code: number): 0 | 1 | 2 {
    return characterWidth(String.fromCodePoint(code));
  }

  /** As xterm's own providers pack it: width in bits 1-2, whether it joins the character before it in bit 0. */
  charProperties(code: number, preceding: number): number {
    const own = this.wcwidth(code);
    const joins = own === 0 && preceding !== 0;
    const width = joins ? (preceding >> 1) & 3 : own;
    return (width << 1) | (joins ? 1 : 0);
  }
}
