import { etag } from './etag';

describe('the version of an answer', () => {
  it('changes with what it shows', () => {
    expect(etag('{"a":1}')).toBe(etag('{"a":1}'));
    expect(etag('{"a":1}')).not.toBe(etag('{"a":2}'));
  });

  it('does not change because a cluster was heard of again, or another replica tells the next page', () => {
    expect(etag('{"seenAt":"10:00","x":1}')).toBe(
      etag('{"seenAt":"10:01","x":1}'),
    );
    expect(etag('{"items":[],"cursor":"a_-","x":1}')).toBe(
      etag('{"items":[],"cursor":"b","x":1}'),
    );
    // A text of a cluster that looks like it is not it.
    const says = (text: string) => JSON.stringify({ says: text });
    expect(etag(says('"seenAt":"10:00"'))).not.toBe(
      etag(says('"seenAt":"10:01"')),
    );
  });
});
