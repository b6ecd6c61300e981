import { expect, test } from 'vitest';
import { privateCloudOf } from '../../../../electron/service/identity/privateCloud.ts';
import { healthy } from '../../../cloud/scenarios/contoso.ts';
import { startCloud } from '../../../cloud/startCloud.ts';

test('without the variable the cloud is Microsoft’s', async () => {
  expect(await privateCloudOf({})).toEqual({ ok: true, value: null });
  expect(await privateCloudOf({ EXO_COMPANION_CLOUD: '' })).toEqual({ ok: true, value: null });
});

test('the variable names the file of a private cloud', async () => {
  await using cloud = await startCloud({ scenario: healthy });
  expect(await privateCloudOf({ EXO_COMPANION_CLOUD: cloud.cloudFile })).toMatchObject({
    ok: true,
    value: { id: 'private', authority: cloud.origins.authority, graph: cloud.origins.graph },
  });
});

test('a file that is none stops the start instead of turning to Microsoft', async () => {
  expect(await privateCloudOf({ EXO_COMPANION_CLOUD: '/nowhere/cloud.json' })).toMatchObject({
    ok: false,
    error: { code: 'file-not-found' },
  });
});
