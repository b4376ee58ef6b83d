import { act } from '@testing-library/react';
import { ROW_HEIGHT } from '../logs/useLogStyles';

/**
 * Gives elements a size and lets them scroll, as a browser does and jsdom does not: every element is a window of
 * so many rows, over content as high as its child says. Returns how to undo it.
 */
export function layOut(rows: number): () => void {
  const height = rows * ROW_HEIGHT;
  const mocks = [
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(height),
    jest
      .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
      .mockReturnValue(800),
    jest
      .spyOn(Element.prototype, 'clientHeight', 'get')
      .mockReturnValue(height),
    jest
      .spyOn(Element.prototype, 'scrollHeight', 'get')
      .mockImplementation(contentHeight),
  ];
  const scrollTo = Object.getOwnPropertyDescriptor(
    Element.prototype,
    'scrollTo',
  );
  Object.defineProperty(Element.prototype, 'scrollTo', {
    configurable: true,
    value(this: Element, { top = 0 }: ScrollToOptions) {
      const most = Math.max(0, this.scrollHeight - this.clientHeight);
      this.scrollTop = Math.min(Math.max(0, top), most);
      // A browser tells of it later, too.
      queueMicrotask(() =>
        act(() => void this.dispatchEvent(new Event('scroll'))),
      );
    },
  });
  return () => {
    for (const mock of mocks) mock.mockRestore();
    if (scrollTo)
      Object.defineProperty(Element.prototype, 'scrollTo', scrollTo);
    else Reflect.deleteProperty(Element.prototype, 'scrollTo');
  };
}

function contentHeight(this: Element): number {
  const child = this.firstElementChild;
  const styled = child instanceof HTMLElement ? child.style.height : '';
  return Number.parseFloat(styled) || 0;
}
