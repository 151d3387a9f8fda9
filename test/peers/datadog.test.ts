import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { adapter } from '../../src/probes/adapters/datadog.js';
import { DATADOG_SITES } from '../../src/services/datadog/monitors.js';
import { DatadogSandbox } from '../sandbox/datadog.js';
import { testContext } from '../support/context.js';
import { probed } from '../support/probes.js';

const PYTHON = fileURLToPath(new URL('../../.cache/peers/venv/bin/python', import.meta.url));

/** Datadog's own client is generated from its description. It raises for an answer that does not fit. */
const SCRIPT = `
import json, sys
from datadog_api_client import ApiClient, Configuration
from datadog_api_client.v1.api.monitors_api import MonitorsApi
from datadog_api_client.v1.model.matching_downtime import MatchingDowntime
from datadog_api_client.v1.model.monitor import Monitor
from datadog_api_client.v1.model.monitor_options import MonitorOptions
sites = {site for server in Configuration().get_host_settings() for site in server.get("variables", {}).get("site", {}).get("enum_values", [])}
known = {m.__name__: sorted(m.attribute_map.values()) for m in (Monitor, MonitorOptions, MatchingDowntime)}
settings = Configuration(host=sys.argv[1])
settings.api_key["apiKeyAuth"] = "dd-api-key-77aa"
settings.api_key["appKeyAuth"] = "dd-app-key-88bb"
with ApiClient(settings) as api:
    monitor = MonitorsApi(api).get_monitor(1, group_states="all", with_downtimes=True)
    unknown = [name for name, value in monitor.to_dict().items() if type(value).__name__ == "UnparsedObject"]
print(json.dumps({"sites": sorted(sites), "known": known, "state": str(monitor.overall_state), "unknown": unknown}))
`;
const answer = z.object({
  sites: z.array(z.string()),
  known: z.object({
    Monitor: z.array(z.string()),
    MonitorOptions: z.array(z.string()),
    MatchingDowntime: z.array(z.string()),
  }),
  state: z.string(),
  unknown: z.array(z.string()),
});

let server: DatadogSandbox;
beforeAll(async () => void (server = await new DatadogSandbox().start()));
afterAll(() => server.stop());

test('the official client reads our double; our request is its request; each field and each site is described', async () => {
  const downtime = { id: 1, start: 1_700_000_000, end: null, scope: ['env:prod'] };
  const monitor = server.add(1, { matching_downtimes: [downtime], options: { silenced: { '*': null } } });
  const child = spawn(PYTHON, ['-c', SCRIPT, server.url], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(err).toBe('');
  const { sites, known, state, unknown } = answer.parse(JSON.parse(out));
  expect([state, unknown]).toEqual(['OK', []]);
  expect(known.Monitor).toEqual(expect.arrayContaining(Object.keys(monitor)));
  expect(known.MonitorOptions).toEqual(expect.arrayContaining(Object.keys(monitor.options)));
  expect(known.MatchingDowntime).toEqual(expect.arrayContaining(Object.keys(downtime)));
  expect(sites).toEqual(expect.arrayContaining([...DATADOG_SITES]));

  const env = { DD_API_KEY: 'dd-api-key-77aa', DD_APPLICATION_KEY: 'dd-app-key-88bb', DD_API_URL: server.url };
  await probed(adapter, { monitors: [1] }, testContext({ env }));
  const [theirs, ours] = server.requests.map(({ method, path, query }) => [method, path, [...query].sort()]);
  expect(ours).toEqual(theirs);
});
