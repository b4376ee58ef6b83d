import { readImage } from '../objects/readImage';
import { phaseOfLast } from '../testing/phaseOfLast';
import { condition, stamped, submitted, withImage } from '../testing/rawStage';

describe('a kpack stage of which no build is known', () => {
  const phaseOfImage = (ready: object) =>
    phaseOfLast(
      [
        {
          name: 'a',
          ...stamped('Image'),
          ...withImage,
          conditions: [submitted, condition('Healthy', 'True')],
        },
      ],
      {
        behind: {
          image: readImage({
            metadata: { name: 'i', namespace: 'ns' },
            status: { conditions: [{ type: 'Ready', ...ready }] },
          }),
          builds: [],
        },
      },
    );

  it.each([
    [
      'failed',
      {
        status: 'False',
        reason: 'BuildFailed',
        message:
          "Error: Build 'i-build-2' in namespace 'ns' failed: Error:  Container detect terminated with error ERROR: no buildpacks participating: For more info use `kubectl logs -n ns i-build-2-build-pod -c detect`",
      },
      {
        kind: 'failed',
        says: 'step detect: ERROR: no buildpacks participating',
        owner: 'developer',
        stillServing: 'sha256:0123456',
      },
    ],
    [
      'builds',
      {
        status: 'Unknown',
        reason: 'BuildRunning',
        message: "Build 'i-build-2' is executing",
      },
      { kind: 'running', says: "Build 'i-build-2' is executing" },
    ],
    ['is ready', { status: 'True', reason: 'UpToDate' }, { kind: 'ready' }],
    [
      'has a builder that is not there',
      {
        status: 'False',
        reason: 'BuilderNotFound',
        message: "Error: Unable to find builder 'b' in namespace ''.",
      },
      {
        kind: 'misconfigured',
        says: "Unable to find builder 'b'.",
        owner: 'platform',
      },
    ],
  ])('believes the Image that it %s', (_, ready, phase) => {
    expect(phaseOfImage(ready)).toEqual(phase);
  });
});
