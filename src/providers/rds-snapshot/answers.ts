import { tagIn } from '../../services/aws/query.js';
import { child, childrenOf, textAt, type XmlElement } from '../../services/aws/xml.js';
import type { Kind } from './config.js';
import { NAMES } from './kinds.js';
import { TAGS } from './names.js';
import { clusterSettingsOf, settingsOf } from './settings.js';
import type { Settings } from './state.js';

/** Tags that Rewind set; undefined if there is none. */
interface Marked {
  readonly snapshot: string | undefined;
  readonly resource: string | undefined;
}

/** The times that automated backups can restore, ISO 8601. Null: RDS says none. */
export interface Window {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** An instance, or a cluster with what Rewind reads of its writer. */
export interface Server extends Marked {
  readonly kind: Kind;
  readonly id: string;
  readonly arn: string;
  readonly resourceId: string;
  /** Of a cluster that is available: the status of its writer. */
  readonly status: string;
  readonly engine: string;
  /** Of a cluster, e.g. `provisioned`; null of an instance. */
  readonly mode: string | null;
  /** The cluster that an instance belongs to; null: none. */
  readonly cluster: string | null;
  /** Identifiers of the instances of a cluster, the writer first. */
  readonly members: readonly string[];
  readonly endpoint: string | null;
  readonly since: string;
  /** True while a modification waits. */
  readonly pending: boolean;
  readonly encrypted: boolean;
  readonly complete: boolean;
  readonly window: Window;
  readonly settings: Settings;
}

/** A manual snapshot of RDS. */
export interface DbSnapshot extends Marked {
  readonly id: string;
  readonly resourceId: string;
  readonly status: string;
  readonly at: string;
  readonly percent: number;
  readonly version: string | null;
}

const marked = (element: XmlElement): Marked => ({
  snapshot: tagIn(element, TAGS.snapshot),
  resource: tagIn(element, TAGS.resource),
});

/** @param element a `<DBInstance>` */
export function instanceOf(element: XmlElement): Server {
  return {
    ...common('instance', element, textAt(element, 'Endpoint', 'Address'), textAt(element, 'Endpoint', 'Port')),
    mode: null,
    cluster: textAt(element, 'DBClusterIdentifier') ?? null,
    members: [],
    settings: settingsOf(element),
  };
}

/** @param element a `<DBCluster>` @param writer undefined: it has no instance, or it was not read */
export function clusterOf(element: XmlElement, writer?: Server): Server {
  const cluster = common('cluster', element, textAt(element, 'Endpoint'), textAt(element, 'Port'));
  return {
    ...cluster,
    status: cluster.status === 'available' && writer ? writer.status : cluster.status,
    pending: cluster.pending || writer?.pending === true,
    mode: textAt(element, 'EngineMode') ?? null,
    cluster: null,
    members: membersOf(element),
    settings: clusterSettingsOf(element, writer?.settings),
  };
}

/** @param cluster a `<DBCluster>` */
export function membersOf(cluster: XmlElement): string[] {
  const members = childrenOf(child(cluster, 'DBClusterMembers') ?? cluster, 'DBClusterMember');
  const isWriter = (member: XmlElement): boolean => textAt(member, 'IsClusterWriter') === 'true';
  return [...members.filter(isWriter), ...members.filter((member) => !isWriter(member))].map(
    (member) => textAt(member, 'DBInstanceIdentifier') ?? '',
  );
}

function common(kind: Kind, element: XmlElement, host: string | undefined, port: string | undefined) {
  const names = NAMES[kind];
  const of = (name: string): string => textAt(element, name) ?? '';
  return {
    ...marked(element),
    kind,
    id: of(names.id),
    arn: of(names.arn),
    resourceId: of(names.resourceId),
    status: of(names.status),
    engine: of('Engine'),
    endpoint: host === undefined || host === '' ? null : `${host}:${port ?? ''}`,
    since: of(names.since),
    pending: (child(element, 'PendingModifiedValues')?.children ?? []).length > 0,
    encrypted: of('StorageEncrypted') === 'true',
    complete: tagIn(element, TAGS.complete) === 'true',
    window: windowOf(element, 'EarliestRestorableTime', 'LatestRestorableTime'),
  };
}

/** @param earliest and latest names of the elements */
export function windowOf(element: XmlElement, earliest: string, latest: string): Window {
  return { earliest: textAt(element, earliest) ?? null, latest: textAt(element, latest) ?? null };
}

/** @param element a `<DBSnapshot>` or `<DBClusterSnapshot>` */
export function snapshotOf(kind: Kind, element: XmlElement): DbSnapshot {
  const of = (name: string): string => textAt(element, name) ?? '';
  return {
    ...marked(element),
    id: of(NAMES[kind].snapshot.id),
    resourceId: of(NAMES[kind].resourceId),
    status: of('Status'),
    at: of('SnapshotCreateTime'),
    percent: Number(of('PercentProgress')),
    version: textAt(element, 'EngineVersion') ?? null,
  };
}
