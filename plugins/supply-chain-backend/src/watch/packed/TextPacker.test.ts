import { TextPacker } from './TextPacker';

const object = (n: number) =>
  JSON.stringify({
    metadata: { name: `object-${n}`, labels: { team: `team-${n % 7}` } },
    status: { conditions: [{ type: 'Ready', status: 'True', reason: 'Done' }] },
  });

describe('TextPacker', () => {
  it('learns what texts have in common, and still reads what it packed before', () => {
    const packer = new TextPacker();
    const packed = Array.from({ length: 900 }, (_, n) => {
      const { learnt, bytes } = packer.pack(object(n));
      return { learnt, bytes: Buffer.from(bytes) };
    });
    packed.forEach((each, n) => expect(packer.unpack(each)).toBe(object(n)));
    expect(packed[0]?.learnt).toBe(false);
    expect(packed[899]?.learnt).toBe(true);
    const bytes = (n: number) => packed[n]?.bytes.length ?? 0;
    expect(bytes(899)).toBeLessThan(bytes(0) / 4);
  });
});
