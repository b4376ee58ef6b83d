import fc from 'fast-check';
import { X509Certificate } from 'node:crypto';
import { selfSignedCertificate } from '../tls/selfSignedCertificate.ts';
import { readContinueToken } from './readContinueToken.ts';
import { writeContinueToken } from './writeContinueToken.ts';
import { negotiateForm } from './negotiateForm.ts';
import { parseTarget } from './parseTarget.ts';
import { readProtobuf } from './readProtobuf.ts';
import { StatusError } from './StatusError.ts';

describe('parseTarget', () => {
  const read = (line: string) => {
    const [method = '', path = ''] = line.split(' ');
    const url = new URL(path, 'http://localhost');
    return parseTarget(method, url.pathname, url.searchParams);
  };
  const build = {
    kind: 'resource',
    group: 'kpack.io',
    version: 'v1alpha2',
    plural: 'builds',
  };

  it.each([
    ['GET /apis/kpack.io/v1alpha2/builds', { ...build, verb: 'list' }],
    ['GET /apis/kpack.io/v1alpha2/builds?watch=1', { ...build, verb: 'watch' }],
    [
      'GET /apis/kpack.io/v1alpha2/builds?watch=false',
      { ...build, verb: 'list' },
    ],
    [
      'GET /apis/kpack.io/v1alpha2/namespaces/dev/builds/b',
      { ...build, verb: 'get', namespace: 'dev', name: 'b' },
    ],
    [
      'GET /apis/kpack.io/v1alpha2/builds?fieldSelector=metadata.name%3Db',
      { ...build, verb: 'list', name: 'b' },
    ],
    [
      'PATCH /apis/kpack.io/v1alpha2/namespaces/dev/builds/b/status',
      {
        ...build,
        verb: 'patch',
        namespace: 'dev',
        name: 'b',
        subresource: 'status',
      },
    ],
    [
      'DELETE /apis/kpack.io/v1alpha2/namespaces/dev/builds',
      { ...build, verb: 'deletecollection', namespace: 'dev' },
    ],
    [
      'GET /api/v1/namespaces/dev',
      {
        kind: 'resource',
        verb: 'get',
        group: '',
        version: 'v1',
        plural: 'namespaces',
        namespace: 'dev',
        name: 'dev',
      },
    ],
    [
      'GET /api/v1/namespaces',
      {
        kind: 'resource',
        verb: 'list',
        group: '',
        version: 'v1',
        plural: 'namespaces',
      },
    ],
    [
      'PUT /api/v1/namespaces/dev/finalize',
      {
        kind: 'resource',
        verb: 'update',
        group: '',
        version: 'v1',
        plural: 'namespaces',
        namespace: 'dev',
        name: 'dev',
        subresource: 'finalize',
      },
    ],
    [
      'GET /api/v1/namespaces/dev/pods/p/log',
      {
        kind: 'resource',
        verb: 'get',
        group: '',
        version: 'v1',
        plural: 'pods',
        namespace: 'dev',
        name: 'p',
        subresource: 'log',
      },
    ],
    [
      'GET /apis/kpack.io/v1alpha2',
      { kind: 'path', verb: 'get', path: '/apis/kpack.io/v1alpha2' },
    ],
    ['GET /version', { kind: 'path', verb: 'get', path: '/version' }],
    ['GET /', { kind: 'path', verb: 'get', path: '/' }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('takes no broken escapes', () => {
    expect(() => read('GET /api/v1/namespaces/%E0%A4%A/pods')).toThrow(
      StatusError,
    );
  });
});

describe('negotiateForm', () => {
  it.each([
    [undefined, 'object'],
    ['*/*', 'object'],
    ['application/json', 'object'],
    ['application/vnd.kubernetes.protobuf,application/json', 'object'],
    ['application/json;as=Table;v=v1;g=meta.k8s.io,application/json', 'table'],
    ['application/json;as=Table;g=meta.k8s.io;v=v1', 'table'],
    ['application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1', 'partial'],
    ['application/json;as=Poem;g=meta.k8s.io;v=v1,application/json', 'object'],
    ['text/html, */*;q=0.1', 'object'],
  ])('%s is %s', (accept, expected) => {
    expect(negotiateForm(accept)).toBe(expected);
  });

  it.each([
    'application/xml',
    'application/vnd.kubernetes.protobuf',
    'application/json;as=Poem;g=meta.k8s.io;v=v1',
  ])('%s is not to be had', accept => {
    expect(() => negotiateForm(accept)).toThrow(StatusError);
  });
});

describe('continue tokens', () => {
  it('read what was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.string({ minLength: 1 }),
        (version, start) => {
          expect(
            readContinueToken(writeContinueToken({ version, start })),
          ).toEqual({ version, start });
        },
      ),
    );
  });

  it('are the form of a real server', () => {
    expect(
      readContinueToken(
        'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MTgwNzgsInN0YXJ0IjoiYmFja29mZmljZS9kb2NzLXNpdGVcdTAwMDAifQ',
      ),
    ).toEqual({
      version: 18078,
      start: 'backoffice/docs-site\u0000',
    });
  });

  it('are refused with a 400 when they are none', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), text => {
        expect(() => readContinueToken(text)).toThrow(
          /^invalid continue token: /,
        );
      }),
    );
  });
});

describe('readProtobuf', () => {
  it('finds texts and messages, skips numbers', () => {
    const message = Buffer.from([
      0x08, 0x96, 0x01, 0x12, 0x02, 0x68, 0x69, 0x1d, 1, 2, 3, 4, 0x21, 1, 2, 3,
      4, 5, 6, 7, 8,
    ]);
    expect([...readProtobuf(message)]).toEqual([[2, Buffer.from('hi')]]);
  });

  it('fails but with a RangeError on nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        try {
          readProtobuf(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('selfSignedCertificate', () => {
  it('is one that Node can read, for loopback, signed by itself', () => {
    const { cert } = selfSignedCertificate(Date.parse('2026-11-22T21:00:00Z'));
    const read = new X509Certificate(cert);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(read.checkHost('localhost')).toBe('localhost');
    expect(read.validTo).toBe('Nov 22 21:00:00 2027 GMT');
  });
});
