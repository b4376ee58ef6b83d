import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { LogsGone } from './errors/LogsGone';
import { LogsWaiting } from './errors/LogsWaiting';
import { isOver } from './isOver';
import type { LoggedSteps } from './LoggedSteps';
import { podToRead } from './podToRead';

/** A build of kpack: the containers of its one pod, each a step of the same name. */
export function loggedBuild(build: BuildView): LoggedSteps {
  const pod = podToRead(build);
  const over = isOver(build);
  return {
    steps: build.steps,
    ...{ all: true, over },
    target: step => {
      if (pod !== undefined) return { pod, container: step };
      return over ? 'gone' : 'later';
    },
    nothing: step => nothingOf(build, step),
  };
}

function nothingOf(build: BuildView, step: string | undefined): Error {
  switch (build.phase.kind) {
    case 'queued':
    case 'running':
    case 'finishing':
    case 'stuck':
      return new LogsWaiting(build.ref, step);
    default:
      return build.pod?.present && step !== undefined
        ? new NoSuchObject(
            `Log of step ${step}, which did not run, of build`,
            build.ref,
          )
        : new LogsGone(build.ref);
  }
}
