import fc from 'fast-check';
import { MalformedObject } from './MalformedObject';
import { parseObject } from './parseObject';

const managedFields = [
  { manager: 'k"p]ack', fieldsV1: { 'f:spec': { '.': {}, 'f:a': {} } } },
];

function bytes(value: unknown, indent?: number): Buffer {
  return Buffer.from(JSON.stringify(value, undefined, indent));
}

describe('parseObject', () => {
  it('leaves out who wrote which field', () => {
    const metadata = { name: 'ä', managedFields, uid: 'ü' };
    expect(parseObject(bytes({ metadata, spec: { b: 'ö' } }))).toEqual({
      metadata: { name: 'ä', managedFields: [], uid: 'ü' },
      spec: { b: 'ö' },
    });
  });

  it('reads everything else as JSON.parse does', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(
          'x',
          '"managedFields":[',
          '\\"managedFields":[',
          'a"managedFields',
        ),
        fc.constantFrom(undefined, 1),
        (value, key, indent) => {
          const object = { [key]: [value], metadata: { name: key }, value };
          expect(parseObject(bytes(object, indent))).toEqual(object);
        },
      ),
    );
  });

  it.each([
    ['{"metadata":{"name":"a"},"spec":{"b":}}', { name: 'a' }],
    ['{"spec":{"b":tru},"kind":"B","metadata":{"name":"a"}}', { name: 'a' }],
    ['{"a":"metadata","b":{"metadata":{}},"c":}', undefined],
    ['{"metadata":{"name":}}', undefined],
    ['{"metadata":"x","b":tru}', 'x'],
    ['{"metadata', undefined],
    ['', undefined],
    ['}', undefined],
  ])('saves the metadata of %s', (text, metadata) => {
    expect(parseObject(Buffer.from(text))).toEqual(
      new MalformedObject(metadata, 'it is not JSON'),
    );
  });

  it('names an object of which only the beginning was kept', () => {
    const text = '{"metadata":{"name":"a"},"spec":"xxx';
    expect(parseObject(Buffer.from(text), false)).toEqual(
      new MalformedObject({ name: 'a' }, 'it is too long'),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (any, whole) => {
        parseObject(Buffer.from(any), whole);
      }),
    );
  });
});
