import type {
  NamedValue,
  WriterFacts,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../../model/objects/present';
import { webUrl } from '../webUrl';

/** 40 or 64 hexadecimal digits: a commit of Git. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Where configuration was written, told by what a run was given and what it gave. Authors of tasks choose the names: these are
 * those of TAP's git-writer and commit-and-pr, with dashes or underscores.
 */
export function writerFacts(
  given: readonly NamedValue[],
  gave: readonly NamedValue[],
): WriterFacts | undefined {
  const input = finder(given);
  const output = finder(gave);
  const repository =
    input('git_repository') ?? repositoryOf(input) ?? undefined;
  const url = webUrl(output('pr_url') ?? output('pull_request_url'));
  const state = output('pr_state') ?? output('pull_request_state');
  const image = input('bundle');
  if (!repository && !url && !state && !image) return undefined;
  const commit = gave.find(each => COMMIT.test(each.value))?.value;
  return present({
    kind: 'writer' as const,
    repository,
    branch: input('base_branch') ?? input('git_branch'),
    commitBranch: output('commit_branch') ?? input('commit_branch'),
    commit,
    path: input('sub_path'),
    message: input('git_message'),
    image,
    // A task may tell the one without the other: what it tells is shown, the rest is not guessed.
    pullRequest:
      url || state
        ? present({
            url,
            number: url && numberIn(url),
            title: input('pull_request_title'),
            state,
          })
        : undefined,
  });
}

function finder(values: readonly NamedValue[]) {
  const byName = new Map(
    values.map(each => [normal(each.name), each.value] as const),
  );
  return (name: string) => byName.get(name) || undefined;
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-.]/g, '_');
}

function repositoryOf(
  input: (name: string) => string | undefined,
): string | undefined {
  const owner = input('repository_owner');
  const name = input('repository_name');
  if (!owner || !name) return undefined;
  const server = input('git_server_address')?.replace(/\/+$/, '');
  return [server, owner, name].filter(Boolean).join('/');
}

/** `!765` of GitLab, `#7` of everybody else. */
function numberIn(url: string): string | undefined {
  const [, kind, number] =
    /\/(merge_requests|pull|pulls|pullrequest|pull-requests)\/(\d+)\/?$/.exec(
      url,
    ) ?? [];
  if (!number) return undefined;
  return kind === 'merge_requests' ? `!${number}` : `#${number}`;
}
