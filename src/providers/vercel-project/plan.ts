import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { LIVE_SETTINGS, PROTECTING } from './settings.js';
import type { Domain, Params, State } from './state.js';

interface Difference {
  readonly id: string;
  readonly target: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly live: boolean;
  readonly params: Params;
  readonly warnings?: readonly string[];
  readonly manual?: string;
}

export function plan(saved: State, live: State): Change[] {
  const other = otherObject('settings', [{ key: 'project', saved: saved.project, live: live.project }]);
  if (other) return [other];
  return [
    ...settings(saved, live),
    ...domains(saved, live),
    ...crons(saved, live),
    ...firewall(saved, live),
    ...rollingRelease(saved, live),
  ].map(({ id, target, before, after, live: atOnce, params: of, warnings, manual }): Change => ({
    id,
    stage: 'configuration',
    action: before === null ? 'create' : after === null ? 'delete' : 'update',
    target: `${target} of ${saved.name}`,
    before,
    after,
    effect: atOnce ? 'live' : 'next-deployment',
    undo: '"rewind undo" sets it back',
    warnings: [...(warnings ?? [])],
    params: of,
    ...(manual === undefined ? {} : { manual }),
  }));
}

function settings(saved: State, live: State): Difference[] {
  return Object.entries(saved.settings).flatMap(([name, desired]): Difference[] => {
    const now = live.settings[name];
    if (now?.value === desired.value) return [];
    return [
      {
        id: `setting:${name}`,
        target: `setting ${name}`,
        before: now?.preview ?? 'not set',
        after: desired.preview,
        live: LIVE_SETTINGS.includes(name),
        params: { kind: 'setting', name },
        warnings: opening(name, now?.preview, desired.preview),
      },
    ];
  });
}

/** How a setting may open the project. Values that are no switches are sealed, so which one protects more is not known. */
function opening(name: string, now: string | undefined, desired: string): string[] {
  const isNone = (preview: string | undefined): boolean => preview === undefined || ['null', 'false'].includes(preview);
  if (name === 'optionsAllowlist') {
    return isNone(desired) ? [] : ['optionsAllowlist: OPTIONS requests to its paths pass without protection.'];
  }
  if (!PROTECTING.includes(name) || isNone(now)) return [];
  return isNone(desired)
    ? [`${name} is taken away: this opens the project.`]
    : [`${name} may protect less than now: compare it in Vercel afterwards.`];
}

function domains(saved: State, live: State): Difference[] {
  const names = [...new Set([...saved.domains, ...live.domains].map(({ name }) => name))].sort();
  return names.flatMap((name): Difference[] => {
    const desired = saved.domains.find((entry) => entry.name === name);
    const now = live.domains.find((entry) => entry.name === name);
    if (JSON.stringify(desired) === JSON.stringify(now)) return [];
    return [
      {
        id: `domain:${name}`,
        target: `domain ${name}`,
        before: now ? describe(now) : null,
        after: desired ? describe(desired) : null,
        live: true,
        params: { kind: 'domain', name },
        warnings: desired ? [] : [`${name} was added after the snapshot; once removed, it no longer serves anything.`],
      },
    ];
  });
}

function describe({ redirect, redirectStatusCode, gitBranch, customEnvironmentId }: Domain): string {
  const parts = [
    ...(redirect === null
      ? []
      : [`redirects to ${redirect}${redirectStatusCode === null ? '' : ` (${redirectStatusCode})`}`]),
    ...(gitBranch === null ? [] : [`branch ${gitBranch}`]),
    ...(customEnvironmentId === null ? [] : [`environment ${customEnvironmentId}`]),
  ];
  return parts.length === 0 ? 'serves production' : parts.join(', ');
}

function crons(saved: State, live: State): Difference[] {
  if (saved.cronsEnabled === live.cronsEnabled) return [];
  const word = (enabled: boolean): string => (enabled ? 'on' : 'off');
  return [
    {
      id: 'crons',
      target: 'cron jobs',
      before: word(live.cronsEnabled),
      after: word(saved.cronsEnabled),
      live: true,
      params: { kind: 'crons' },
    },
  ];
}

function firewall(saved: State, live: State): Difference[] {
  if (saved.firewall === live.firewall) return [];
  const word = (version: number | null): string => (version === null ? 'no configuration' : `version ${version}`);
  return [
    {
      id: 'firewall',
      target: 'firewall',
      before: word(live.firewall),
      after: word(saved.firewall),
      live: true,
      params: { kind: 'firewall', version: saved.firewall ?? 0 },
      warnings: ['Read what the two versions hold: an older one may block less.'],
      // The API cannot remove the last configuration.
      ...(saved.firewall === null ? { manual: 'Remove the firewall rules in the dashboard.' } : {}),
    },
  ];
}

function rollingRelease(saved: State, live: State): Difference[] {
  if (saved.rollingRelease.value === live.rollingRelease.value) return [];
  return [
    {
      id: 'rolling-release',
      target: 'rolling release configuration',
      before: live.rollingRelease.preview,
      after: saved.rollingRelease.preview,
      live: false,
      params: { kind: 'rolling-release' },
    },
  ];
}
