import type { StageInspector } from '../StageInspector';
import { fluxSource } from './fluxSource';

/** TAP's MavenArtifact: a JAR or WAR of a Maven repository, by its coordinates. */
export const mavenArtifact: StageInspector = {
  group: 'source.apps.tanzu.vmware.com',
  kind: 'MavenArtifact',
  inspect: ({ object }) => {
    const spec = object.object('spec');
    const artifact = spec.object('artifact');
    const coordinates = ['groupId', 'artifactId', 'version', 'classifier']
      .flatMap(each => artifact.text(each) ?? [])
      .join(':');
    return {
      facts: fluxSource(object, {
        from: 'maven',
        url: spec.object('repository').text('url'),
        follows: coordinates || undefined,
      }),
    };
  },
};
