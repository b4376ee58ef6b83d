import { Unreadable as UnreadableModel } from '../model/objects/Unreadable';
import { Unreadable } from '../watch/Unreadable';
import { shaped } from './shaped';

const read = shaped(raw => raw);

describe('an object at the door of the live copy', () => {
  it.each([
    {},
    { spec: {}, status: {} },
    { spec: null },
    { status: undefined },
  ])('is read: %j', raw => expect(read(raw)).toBe(raw));

  it.each([
    [{ spec: 'text' }, 'spec is not an object'],
    [{ spec: {}, status: [1] }, 'status is not an object'],
    [7, 'spec is not an object'],
    [null, 'spec is not an object'],
  ])('is unreadable, with the reason: %j', (raw, says) =>
    expect(() => read(raw)).toThrow(new Unreadable(says)),
  );

  it('keeps the reason that the model gives', () => {
    const refusing = shaped(() => {
      throw new UnreadableModel('metadata.name is missing');
    });
    expect(() => refusing({})).toThrow(
      new Unreadable('metadata.name is missing'),
    );
  });
});
