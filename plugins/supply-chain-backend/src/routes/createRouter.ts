import express from 'express';
import PromiseRouter from 'express-promise-router';
import {
  buildersQuerySchema,
  compareQuerySchema,
  imagesQuerySchema,
  requestedBuilderSchema,
  objectQuerySchema,
  requestedRefSchema,
  requestedResourceSchema,
  requestedStageSchema,
  stageTrustQuerySchema,
  workloadsQuerySchema,
  type BuilderRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../access/Caller';
import { answerJson } from './answerJson';
import { callerOf } from './callerOf';
import { errorAnswers } from './errorAnswers';
import { logsRoute } from './logsRoute';
import { pollRoute } from './pollRoute';
import type { RouteServices } from './RouteServices';
import { streamRoute } from './streamRoute';
import { triggerRoute } from './triggerRoute';

/** Sixteen topics with every filter in use are below 64 KB. */
const BODY_LIMIT = '64kb';

const objectParams = requestedRefSchema.extend({
  resource: requestedResourceSchema,
});

const stageParams = requestedRefSchema.extend({ stage: requestedStageSchema });

function builderOf(kind: BuilderRef['kind'], { params }: express.Request) {
  return requestedBuilderSchema.parse({ ...params, kind });
}

/** The HTTP API (`openapi.yaml` is its contract, held by a test). */
export function createRouter(services: RouteServices): express.Router {
  const { builders, comparisons, copy, httpAuth } = services;
  const { images, logger, objects, reader, trust } = services;
  const router = PromiseRouter();

  const view =
    (read: (req: express.Request, as: Caller) => Promise<object>) =>
    async (req: express.Request, res: express.Response) => {
      const as = await callerOf(httpAuth, req, res);
      copy.look();
      answerJson(req, res, await read(req, as));
    };

  router.get(
    '/v1/clusters',
    view((_, as) => reader.clusters(as)),
  );
  router.get(
    '/v1/workloads',
    view((req, as) =>
      reader.workloads(workloadsQuerySchema.parse(req.query), as),
    ),
  );
  router.get(
    '/v1/workloads/:cluster/:namespace/:name',
    view((req, as) =>
      reader.workload(requestedRefSchema.parse(req.params), as),
    ),
  );
  router.get(
    '/v1/workloads/:cluster/:namespace/:name/stages/:stage',
    view((req, as) => {
      const { stage, ...ref } = stageParams.parse(req.params);
      return reader.stage(ref, stage, as);
    }),
  );
  router.get(
    '/v1/workloads/:cluster/:namespace/:name/stages/:stage/trust',
    view((req, as) => {
      const { stage, ...ref } = stageParams.parse(req.params);
      const { run } = stageTrustQuerySchema.parse(req.query);
      return trust.ofStage({ ref, stage, run }, as);
    }),
  );
  router.get(
    '/v1/workloads/:cluster/:namespace/:name/delivery',
    view((req, as) =>
      reader.delivery(requestedRefSchema.parse(req.params), as),
    ),
  );
  router.get(
    '/v1/images/:cluster/:namespace/:name/builds',
    view((req, as) => reader.builds(requestedRefSchema.parse(req.params), as)),
  );
  router.get(
    '/v1/objects/:cluster/:namespace/:resource/:name',
    view((req, as) => {
      const { resource, ...ref } = objectParams.parse(req.params);
      const query = objectQuerySchema.parse(req.query);
      return objects.object({ ref, resource, ...query }, as);
    }),
  );
  router.get(
    '/v1/builds/:cluster/:namespace/:name',
    view((req, as) => reader.build(requestedRefSchema.parse(req.params), as)),
  );
  router.get(
    '/v1/images',
    view((req, as) => images.images(imagesQuerySchema.parse(req.query), as)),
  );
  router.get(
    '/v1/images/:cluster/:namespace/:name',
    view((req, as) => images.image(requestedRefSchema.parse(req.params), as)),
  );
  router.get(
    '/v1/builders',
    view((req, as) =>
      builders.builders(buildersQuerySchema.parse(req.query), as),
    ),
  );
  router.get(
    '/v1/builders/:cluster/ClusterBuilder/:name',
    view((req, as) => builders.builder(builderOf('ClusterBuilder', req), as)),
  );
  router.get(
    '/v1/builders/:cluster/Builder/:namespace/:name',
    view((req, as) => builders.builder(builderOf('Builder', req), as)),
  );
  router.get(
    '/v1/builds/:cluster/:namespace/:name/compare',
    view((req, as) =>
      comparisons.compare(
        requestedRefSchema.parse(req.params),
        compareQuerySchema.parse(req.query).with,
        as,
      ),
    ),
  );
  router.get(
    '/v1/builds/:cluster/:namespace/:name/trust',
    view((req, as) => trust.trust(requestedRefSchema.parse(req.params), as)),
  );
  router.get(
    '/v1/builds/:cluster/:namespace/:name/logs',
    logsRoute(
      services,
      params => requestedRefSchema.parse(params),
      services.logs,
    ),
  );
  router.get(
    '/v1/runs/:cluster/:namespace/:resource/:name/logs',
    logsRoute(services, params => objectParams.parse(params), services.runLogs),
  );
  router.post(
    '/v1/builds/:cluster/:namespace/:name/trigger',
    triggerRoute(services),
  );
  router.post(
    '/v1/stream',
    express.json({ limit: BODY_LIMIT }),
    streamRoute(services),
  );
  router.get('/v1/poll', pollRoute(services));
  router.post(
    '/v1/poll',
    express.json({ limit: BODY_LIMIT }),
    pollRoute(services),
  );
  router.use(errorAnswers(logger));
  return router;
}
