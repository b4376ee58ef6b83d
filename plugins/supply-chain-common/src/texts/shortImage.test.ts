import { shortImage } from './shortImage';
import { shortRevision } from './shortRevision';

const DIGEST =
  'sha256:6d2676264e86790bb4a0c67fb0c7171c2fd4bf89cd0ad899a0c9276c8695dfff';
const COMMIT = '433a68cc94e1f5692672047d80cbb23577949591';

describe('shortImage', () => {
  it.each([
    [`reg.example/apps/a@${DIGEST}`, 'sha256:6d26762'],
    [`reg.example/apps/a:2.0.0@${DIGEST}`, '2.0.0'],
    ['reg.example:5000/apps/a:b6.20261122.212832', 'b6.20261122.212832'],
    ['reg.example:5000/apps/a', 'a'],
    [
      DIGEST,
      '6d2676264e86790bb4a0c67fb0c7171c2fd4bf89cd0ad899a0c9276c8695dfff',
    ],
    ['', ''],
    ['@', ''],
  ])('%s is %s', (image, short) => {
    expect(shortImage(image)).toBe(short);
  });
});

describe('shortRevision', () => {
  it.each([
    [COMMIT, '433a68c'],
    [`main@sha1:${COMMIT}`, '433a68c'],
    [`main/${COMMIT}`, '433a68c'],
    [`http://flux/ns/app/${COMMIT}.tar.gz`, '433a68c'],
    [DIGEST, '6d26762'],
    ['v1.2.3', undefined],
    ['main', undefined],
    [`${COMMIT}ab`, undefined],
  ])('%s is %s', (revision, short) => {
    expect(shortRevision(revision)).toBe(short);
  });
});
