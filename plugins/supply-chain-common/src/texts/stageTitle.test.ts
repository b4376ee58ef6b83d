import { stageTitle } from './stageTitle';

describe('stageTitle', () => {
  it.each([
    ['image-provider', 'Image Provider'],
    ['api-descriptors', 'API Descriptors'],
    ['source_to_url', 'Source To URL'],
    ['app-config', 'App Config'],
    ['Deliverable', 'Deliverable'],
    ['--', '--'],
    ['', ''],
  ])('%j reads %j', (name, title) => expect(stageTitle(name)).toBe(title));
});
