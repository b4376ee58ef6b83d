/** What can be played by name, and what it shows. */
export const scenarios = {
  push: 'a commit goes through a supply chain to its delivery',
  fail: 'a commit breaks the build',
  undelivered:
    'a commit is built, and the run cluster cannot bring it up; the next one that is pushed can',
  oom: 'the build container is killed for want of memory',
  repair: 'a commit repairs what the last one broke',
  trigger: 'somebody asks for a rebuild',
  stack: 'the base images are patched, every image on them is rebased',
  rollout:
    'the base images are patched while a commit breaks: images are rebased, one build fails',
  storm: 'a commit for every workload that can be built, at once',
} as const;

export type ScenarioName = keyof typeof scenarios;
