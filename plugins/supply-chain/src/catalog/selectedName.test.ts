import { selectedName } from './selectedName';

const LABEL = 'image.kpack.io/image';

describe('selectedName', () => {
  it.each([
    ['image.kpack.io/image=orders', 'orders'],
    ['app=x, image.kpack.io/image == orders ', 'orders'],
    ['image.kpack.io/image!=orders', undefined],
    ['imageXkpack.io/image=orders', undefined],
    ['image.kpack.io/image', undefined],
    ['image.kpack.io/image in (orders)', undefined],
    ['image.kpack.io/image=', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s names %s', (selector, name) =>
    expect(selectedName(selector, LABEL)).toBe(name),
  );
});
