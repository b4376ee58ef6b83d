import type { RawLine } from './RawLine';

/** How a kubelet begins what it writes into a log when it cannot go on (cri-client logs.go, kubelet_pods.go). */
const BEGINS =
  /^(?:unable to retrieve container logs|failed to |error |rpc error: |an error occurred )/i;

/**
 * Tells lines of the container from what is none. Every line of a log that is asked for with times begins with one. What
 * does not is the end of a line whose beginning `sinceTime` left out, or, without a newline and last of all, the kubelet's
 * own words for why it cannot go on. Nodes that give no times at all (virtual kubelets) are believed.
 */
export class NodeWords {
  #isTimed: boolean;

  /** `isTimed`: lines of this log had times before. */
  constructor(isTimed: boolean) {
    this.#isTimed = isTimed;
  }

  isOfContainer(line: RawLine): boolean {
    if (line.timeLength > 0) this.#isTimed = true;
    return this.#isTimed ? line.timeLength > 0 : !this.in(line);
  }

  /** What the kubelet says in the last line of an answer. */
  in(line: RawLine): string | undefined {
    if (line.timeLength > 0 || !line.unterminated) return undefined;
    const text = Buffer.from(line.bytes).toString('utf8');
    return this.#isTimed || BEGINS.test(text) ? text : undefined;
  }
}
