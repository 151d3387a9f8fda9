export const id = 4379;
export const ids = [4379];
export const modules = {

/***/ 78648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const how = kind === 'digest' ? ', who typed the digest' : kind === 'comment' ? ' in a comment' : '';
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}${how}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
}


/***/ }),

/***/ 64379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/incident.js
var incident = __webpack_require__(1550);
;// CONCATENATED MODULE: ./lib/report/recovery.js




const WORDS = { holds: 'still so', met: 'no longer so', unknown: 'CANNOT BE READ' };
function recoveryHeadline(status) {
    const { environment, place, incidents, obligations, unrecorded, unread, waiting, command } = status;
    const left = obligations.filter(({ reading }) => reading.state !== 'met').length;
    if (left + unrecorded.length > 0)
        return `"${environment}" is not yet normal: ${left + unrecorded.length} left.`;
    if (unread.length > 0)
        return `It is unknown whether "${environment}" is normal: ${unread.length} not read.`;
    // An incident is open, and what was approved to end it has not happened.
    if (incidents.length > 0 && waiting)
        return `An incident of "${environment}" is open, and a plan that was given to a rollback is not carried out.`;
    if (obligations.length > 0)
        return `"${environment}" is normal, and "${command(['recover'])}" records ${(0,runtime_text/* plural */.LS)(obligations.length, 'obligation')} as discharged.`;
    if (incidents.length === 0)
        return `No incident of "${environment}" is open in ${place}: nothing is left to be undone or finished.`;
    const them = incidents.length === 1 ? 'incident' : `${incidents.length} incidents`;
    const close = incidents.map((id) => command(['incident', 'close', id, '--reason', 'why']));
    return `"${environment}" is normal. To close the ${them}: ${close.join('; ')}`;
}
/** The obligations that are shown: those that are still so before those that are no longer so, each in their order. */
const shownOf = ({ obligations }) => {
    const isMet = ({ reading }) => reading.state === 'met';
    if (obligations.length <= incident/* SHOWN */.kC)
        return [...obligations];
    return [...obligations.filter((one) => !isMet(one)), ...obligations.filter(isMet)].slice(0, incident/* SHOWN */.kC);
};
const unrecordedTexts = ({ unrecorded, command }) => unrecorded.map(({ resource, why }) => `Production of "${resource}" is pinned, and no incident says so: ${why}. To discharge: ${command(['recover', '--deployment', 'latest'])}`);
const dischargeOf = ({ reading, discharge }, { command }) => reading.state === 'met' ? command(['recover']) : discharge;
const unreadText = ({ what, why }) => `CANNOT BE READ: ${what}: ${why}`;
/** For a terminal. */
function recoveryText(status, now) {
    return (0,runtime_text/* textOf */.b6)([
        recoveryHeadline(status),
        ...shownOf(status).flatMap((one) => [
            `  - ${one.what}`,
            `      since ${one.since} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(one.since))}); incident ${one.incident}; id ${one.id}`,
            `      production: ${WORDS[one.reading.state]}: ${one.reading.why}`,
            `      to discharge: ${dischargeOf(one, status)}`,
        ]),
        ...(0,incident/* moreOf */.bd)(status.obligations).map((line) => `  - ${line}`),
        ...unrecordedTexts(status).map((text) => `  - ${text}`),
        ...status.unread.map((one) => `  - ${unreadText(one)}`),
    ]);
}
/** For a job summary. */
function recoveryMarkdown(status) {
    return `${[
        `## ${(0,markdown/* escapeText */.X1)(recoveryHeadline(status))}`,
        ...(status.obligations.length === 0
            ? []
            : [
                (0,markdown/* table */.tp)(['What', 'Since', 'Production', 'To discharge'], shownOf(status).map((one) => [
                    one.what,
                    one.since,
                    `${WORDS[one.reading.state]}: ${one.reading.why}`,
                    dischargeOf(one, status),
                ])),
                ...(0,incident/* moreOf */.bd)(status.obligations),
            ]),
        ...unrecordedTexts(status).map(markdown/* escapeText */.X1),
        ...status.unread.map((one) => (0,markdown/* escapeText */.X1)(unreadText(one))),
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/store/index.js
var lib_store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/damaged.js
var damaged = __webpack_require__(83004);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
// EXTERNAL MODULE: ./lib/commands/rollback/quarantine.js
var quarantine = __webpack_require__(26007);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/approval/typed-digest.js + 1 modules
var typed_digest = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/beside.js
var beside = __webpack_require__(55426);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/store/lock-owner.js
var lock_owner = __webpack_require__(13228);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/commands/undo/unrecorded.js
var undo_unrecorded = __webpack_require__(50838);
// EXTERNAL MODULE: ./lib/commands/recover/readings.js + 2 modules
var recover_readings = __webpack_require__(38557);
;// CONCATENATED MODULE: ./lib/commands/recover/obligations.js












/** Reads the open obligations of the open incidents, and production. Read-only. */
async function readStatus(session, project, past) {
    const { context: ctx } = session;
    const unread = [];
    const incidents = await (0,record/* openIncidents */.Gy)(project.store, project.config.environment, ({ message }) => unread.push({ what: 'the record of an incident', why: `${message} To see where: "rewind incident verify".` }));
    const unrecorded = await (0,undo_unrecorded/* unrecordedRollback */.k)(project, past);
    if (unrecorded !== null)
        unread.push({ what: unrecorded.what, why: unrecorded.why((words) => (0,command_line/* commandLine */.ay)(session, words)) });
    const open = incidents.flatMap((incident) => (0,incident_status/* openObligations */.CJ)(incident).map((obligation) => ({ ...obligation, incident: incident.id })));
    const readings = await (0,recover_readings/* readingsOf */.R)(open, { project, ctx, past });
    const known = new Set(open.flatMap(({ kind, resource }) => (kind === 'production-pinned' ? [resource] : [])));
    const [holds, busy] = await Promise.all([
        (0,engine_resources/* settleResources */.D6)(project.resources.filter(({ id, provider }) => provider.capabilities?.hold !== undefined && !known.has(id)), async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, (0,create_context/* forResource */.i_)(ctx, id))),
        // After the readings: a run that began before them has the lock, or has ended and written what it did.
        (0,environment_lock/* busyNow */.UF)(session, project),
    ]);
    const obligations = open.flatMap((obligation, at) => {
        const reading = readings[at];
        return reading === undefined ? [] : [{ ...obligation, reading: whileBusy(obligation, reading, busy) }];
    });
    return {
        incidents: incidents.map(({ id }) => id),
        obligations: obligations.sort((a, b) => (0,runtime_text/* inOrder */.al)(a.since, b.since)),
        unrecorded: holds.flatMap(({ resource: { id }, value, error }) => {
            const what = `whether production of "${id}" is pinned`;
            if (error !== undefined)
                unread.push({ what, why: (0,errors/* whyOf */.gf)(error, id) });
            if (value?.pinned === 'unknown')
                unread.push({ what, why: value.why });
            return value?.pinned === 'held' ? [{ resource: id, why: value.why }] : [];
        }),
        unread,
        busy,
    };
}
/** A run that made its last change may still verify it: only its end says whether it has succeeded. */
function whileBusy({ kind, items }, reading, busy) {
    if (kind !== 'unfinished-rollback' || reading.state !== 'met' || busy === null)
        return reading;
    const { message, remedy, digest } = busy;
    const why = (0,runtime_text/* sentences */.hC)(message, remedy).replace(/\.$/, '');
    if (digest === undefined)
        return { state: 'unknown', why };
    return digest !== null && items.includes(digest) ? { state: 'holds', why } : reading;
}
/**
 * Discharges what production shows as met. A record that cannot be written is a warning.
 * @returns the obligations that were discharged
 */
async function dischargeMet(session, project, status) {
    const { context } = session;
    const discharged = [];
    for (const obligation of status.obligations) {
        const { id, incident, since, reading } = obligation;
        if (reading.state !== 'met')
            continue;
        const recorder = new record/* Recorder */.vk(project.store, project.config.environment, incident, (0,author/* authorOf */.r)(session), context.clock);
        try {
            await recorder.add('discharged', { id, how: `production was read: ${reading.why}` }, `discharged:${id}:${since}`);
            (0,cli_incident/* announceRecord */.HA)(session, project, incident);
            discharged.push(obligation);
        }
        catch (error) {
            const why = `"${id}" is met, but the record could not be written: ${(0,errors/* asRewindError */.m2)(error).message}`;
            context.log.warn((0,runtime_text/* sentences */.hC)(why, 'To write it, run the same command again.'));
        }
    }
    return discharged;
}

;// CONCATENATED MODULE: ./lib/commands/recover/gone.js













/** The command that drops a database, as the lock names it: it says whose digest the lock holds. */
const dropCommand = (name, resource) => ['recover', '--drop-database', name, '--scope', resource].map(shell_word/* shellWord */.r).join(' ');
/** As the locks of earlier versions name it: they do not say whose digest it is. */
const ANY_DROP = 'recover --drop-database';
/** What is approved: this very database. @param since as the comment of the database says it (ISO 8601) */
const digestOfDrop = ({ config: { environment } }, name, since, resource) => (0,digest/* digestOf */.ol)({ drop: name, since, resource, environment });
/**
 * The same drop again, when no database of this name is kept: the first one dropped it, or an undo gave it its old name back.
 * The digest must be that of the database of which a record tells, or of the drop that had the lock last: its digest was that of
 * the database itself, whose comment people can edit. The record of an open obligation says then that it is met.
 * @param digest null if nothing was approved yet: then the function throws on a doubt, and otherwise returns null
 * @param live ids of the resources that keep a database of this name
 * @returns null if no record names this database in the scope, or without a digest, if it is gone; also if the digest is of none that
 *   is gone, while another one of this name is there
 * @throws RewindError plan-mismatch; drop-unproven if production does not show that it is gone
 */
async function goneBefore(session, project, name, digest, live) {
    const { scope } = session.inputs;
    const known = (await toldOf(session, project, name)).filter(({ resource }) => !live.has(resource) && (scope === null || scope.includes(resource)));
    if (known.length === 0)
        return null;
    const told = digest === null ? [] : await sameOf(project, name, digest, known);
    const [own] = told;
    if (own === undefined && live.size > 0)
        return null;
    const read = await readKnown(session, project, own === undefined ? known : told);
    const open = read.filter(({ discharged }) => discharged === null);
    // Also if another one is in doubt: each is met by its own reading.
    const written = own === undefined ? [] : await dischargeMet(session, project, { obligations: open });
    const asked = open.length > 0 ? open : read.slice(0, 1);
    const doubt = asked.find(({ reading }) => reading.state !== 'met');
    if (doubt !== undefined)
        throw unproven(session, name, doubt);
    if (digest === null)
        return null;
    if (own === undefined) {
        const incidents = [...new Set(known.map(({ incident }) => incident))].join(', ');
        throw new errors.RewindError('plan-mismatch', `No database "${name}" is kept any more. The record of incident ${incidents} names one whose digest is not ${digest}.`, {
            remedy: `This run dropped nothing. "${(0,command_line/* commandLine */.ay)(session, ['recover'])}" discharges what production shows as finished.`,
        });
    }
    const why = asked[0]?.reading.why ?? '';
    const before = own.discharged === null ? '' : ` Incident ${own.incident} has said so since ${own.discharged.at}.`;
    const text = `The database "${name}" is not kept any more: ${why}. This run dropped nothing.${before}${written.map(({ incident }) => ` Incident ${incident} says so now.`).join('')}`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ database: name, resource: own.resource, digest, dropped: false }),
        text,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: { verdict: 'not-kept', 'plan-digest': digest, changes: '0' },
    };
}
/** Those that the digest is of, also if it is of the last drop, whose database had another comment than the record says. */
async function sameOf(project, name, digest, known) {
    const same = known.filter(({ what, resource }) => {
        const since = (0,beside/* keptSince */.hM)(what);
        return since !== null && digestOfDrop(project, name, since, resource) === digest;
    });
    if (same.length > 0)
        return same;
    const last = await lastDrop(project, digest);
    return known.filter(({ resource }) => last === ANY_DROP || last === dropCommand(name, resource));
}
/** What the records tell, and what production says of it now. */
async function readKnown(session, project, known) {
    const past = await (0,past_rollbacks/* pastRollbacks */.cM)(session, project);
    const readings = await (0,recover_readings/* readingsOf */.R)(known, { project, ctx: session.context, past });
    return known.flatMap((one, at) => {
        const reading = readings[at];
        return reading === undefined ? [] : [{ ...one, reading }];
    });
}
/** The configuration may lead to another server, so that no database of this name is kept there proves nothing. */
function unproven(session, name, { incident, id, resource, discharged, reading }) {
    const said = discharged === null ? '' : ` The record has said since ${discharged.at} that it is.`;
    return new errors.RewindError('drop-unproven', `Incident ${incident} names the database "${name}" of "${resource}", and production does not prove that it is gone: ${reading.why}.${said}`, {
        resource,
        remedy: `This run dropped nothing. Set the URL from before the rollback, and run the same command again.${discharged === null ? ` If the database is gone: ${dischargeCommand(session, { incident, id })}` : ''}`,
    });
}
/** The command with which a person writes down that a kept database is gone. */
const dischargeCommand = (session, { incident, id }) => (0,command_line/* commandLine */.ay)(session, ['incident', 'discharge', incident, '--obligation', id, '--reason', 'dropped']);
/** The command that had the lock last, if that was with this digest; else null. */
async function lastDrop({ store, config }, digest) {
    const owner = await (0,lock_owner/* lastOwner */.YL)(store, config.environment);
    return owner?.digest === digest ? owner.command : null;
}
/** What the records say of databases of this name, newest incident first. A damaged record is a warning. */
async function toldOf({ context }, { store, config }, name) {
    const told = [];
    for (const incident of (await (0,record/* listIncidents */.MZ)(store, config.environment)).reverse()) {
        try {
            const { obligations } = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(store, config.environment, incident));
            for (const one of obligations) {
                const { kind, items, resource } = one;
                if (kind !== 'kept-database' || resource === null || !items.some((item) => item.endsWith(`"${name}"`)))
                    continue;
                told.push({ ...one, resource, incident });
            }
        }
        catch (error) {
            context.log.warn(`${(0,errors/* asRewindError */.m2)(error).message} Run "rewind incident verify".`);
        }
    }
    return told;
}

;// CONCATENATED MODULE: ./lib/commands/recover/drop.js















/**
 * Drops a database that a restore kept: first it shows what would be dropped, then, by its digest, drops it.
 * @throws RewindError input-invalid, drop-too-early before its days are over, plan-mismatch, drop-unproven
 */
async function dropDatabase(session, project, name) {
    const found = await findDroppable(session, project, name);
    if ('gone' in found)
        return found.gone;
    return session.inputs.digest === null
        ? shown(session, project, found)
        : drop(session, project, found, session.inputs.digest);
}
async function findDroppable(session, project, name) {
    const { context: ctx } = session;
    const able = project.resources.filter(({ provider }) => provider.capabilities?.dropKept !== undefined);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(able, ({ id, provider, config }) => Promise.resolve(provider.capabilities?.aside?.(config, (0,create_context/* forResource */.i_)(ctx, id)) ?? []));
    const failure = outcomes.find(({ error }) => error !== undefined);
    if (failure !== undefined)
        throw (0,errors/* asRewindError */.m2)(failure.error, failure.resource.id);
    const all = outcomes.flatMap(({ resource, value }) => (value ?? []).flatMap((kept) => kept.kind === 'kept' && kept.name !== undefined ? [{ resource, kept: { ...kept, name: kept.name } }] : []));
    const { digest: approved } = session.inputs;
    const named = all
        .filter(({ kept }) => kept.name === name)
        .map((one) => ({ ...one, digest: digestOfDrop(project, name, one.kept.since, one.resource.id) }));
    const same = named.find(({ digest }) => digest === approved);
    if (same === undefined && (approved !== null || named.length === 0)) {
        const gone = await goneBefore(session, project, name, approved, new Set(named.map(({ resource }) => resource.id)));
        if (gone !== null)
            return { gone };
    }
    const found = same ?? named[0];
    if (found === undefined) {
        throw new errors.RewindError('input-invalid', `No database "${name}" is kept.`, {
            remedy: `Kept are: ${all.map(({ kept }) => kept.name).join(', ') || 'none'}.`,
        });
    }
    if (same === undefined && named.length > 1)
        throw severalKeep(session, name, named);
    const days = project.config.recovery['keep-days'];
    const from = new Date(Date.parse(found.kept.since) + days * progress/* DAY_MS */.sO);
    // People can edit the comment of the database that holds the time.
    if (Number.isNaN(from.getTime())) {
        const message = `The comment of "${name}" does not say since when it has been kept ("${found.kept.since}").`;
        throw new errors.RewindError('drop-too-early', message, {
            resource: found.resource.id,
            remedy: `Find out when it was kept: "rewind incident show" has the time. When nobody needs it any more: ${found.kept.drop}`,
        });
    }
    if (ctx.clock.now() < from) {
        throw new errors.RewindError('drop-too-early', `"${name}" has been kept since ${found.kept.since}. It may be dropped from ${from.toISOString()} on (recovery.keep-days: ${days}).`, { resource: found.resource.id });
    }
    return found;
}
/** Databases of two servers may have one name. */
function severalKeep(session, name, named) {
    const { digest } = session.inputs;
    const ids = named.map(({ resource }) => resource.id);
    const which = digest === null ? '' : ` The approved digest ${digest} belongs to none of them.`;
    return new errors.RewindError(digest === null ? 'input-invalid' : 'plan-mismatch', `A database "${name}" is kept by ${ids.map((id) => `"${id}"`).join(' and by ')}.${which}`, {
        remedy: `Name the resource of the one that you mean: ${ids.map((id) => (0,command_line/* commandLine */.ay)(session, ['recover', '--drop-database', name, '--scope', id])).join(' or ')}`,
    });
}
/** The drop of this database, where this one was called. */
const words = ({ inputs: { scope } }, name) => [
    ...['recover', '--drop-database', name],
    ...(scope === null ? [] : ['--scope', scope.join(',')]),
];
function shown(session, { config: { approval } }, { kept: { name, since, replication }, resource, digest }) {
    const waits = session.run !== null && session.inputs.typedDigest === null && (0,typed_digest/* isDigestRule */.bq)(approval);
    const apply = (0,command_line/* commandLine */.ay)(session, [...words(session, name), '--digest', digest]);
    const text = (0,runtime_text/* sentences */.hC)(`The database "${name}" has been kept since ${since} by "${resource.id}". Its rows are lost when it is dropped: "rewind salvage" and "rewind undo" cannot use it any more.`, ...(replication === undefined ? [] : [replicationIn(replication)]));
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ database: name, since, resource: resource.id, digest, dropped: false }),
        text: `${text}\n\n${waits ? (0,typed_digest/* howToType */.Og)(approval, digest) : `To drop it:\n  ${apply}`}`,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}\n\nDigest: \`${digest}\`${waits ? `\n\n${(0,typed_digest/* howToType */.Og)(approval, digest)}` : ''}`,
        outputs: { verdict: 'planned', approval: waits ? 'digest' : 'reviewed', 'plan-digest': digest, changes: '1' },
    };
}
/** What of replication a drop meets. The approver sees it: a slot goes with the database. */
const replicationIn = ({ left, move }) => (0,runtime_text/* sentences */.hC)(`It still has ${left.map(({ what }) => what).join(', ')}.`, 'A logical slot is dropped with the database, and its subscriber stops. PostgreSQL does not drop a database with a subscription.', `Move what you still need. ${move}`);
async function drop(session, project, found, approved) {
    const { resource, kept, digest } = found;
    if (approved !== digest) {
        throw new errors.RewindError('plan-mismatch', `The approved digest ${approved} is not the one of this database (${digest}).`, {
            remedy: `Run "${(0,command_line/* commandLine */.ay)(session, words(session, kept.name))}" again, and get its digest approved.`,
        });
    }
    const approval = await (0,gate/* reviewOf */.QR)(session, project.config, { digest }, false);
    const gone = await (0,environment_lock/* underLock */.yP)(session, project, dropCommand(kept.name, resource.id), digest, async () => {
        // Another run may have dropped it, or given it its name back, before this one had the lock.
        const now = await findDroppable(session, project, kept.name);
        if ('gone' in now)
            return now.gone;
        if (now.digest !== digest)
            throw new errors.RewindError('plan-drift', `"${kept.name}" is not the same database any more.`);
        await resource.provider.capabilities?.dropKept?.(resource.config, (0,create_context/* forResource */.i_)(session.context, resource.id), kept.name);
        return null;
    });
    if (gone !== null)
        return gone;
    await writeDrop(session, project, found);
    const text = `Dropped the database "${kept.name}" (${(0,approval_record/* describeApproval */.x)(approval)}).`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ database: kept.name, since: kept.since, resource: resource.id, digest, dropped: true }),
        text,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: { verdict: 'dropped', 'plan-digest': digest, changes: '1' },
    };
}
/** A record that cannot be read or written, or a proof that is lost, is a warning: the database is gone all the same. */
async function writeDrop(session, project, { resource, kept }) {
    try {
        const status = await readStatus(session, project, await (0,past_rollbacks/* pastRollbacks */.cM)(session, project));
        await dischargeMet(session, project, status);
        for (const { id, kind, resource: of, items, incident, reading } of status.obligations) {
            if (kind !== 'kept-database' || of !== resource.id || !items.includes(kept.what) || reading.state === 'met')
                continue;
            session.context.log.warn((0,runtime_text/* sentences */.hC)(`The database was dropped, but the record of incident ${incident} does not say so, because production does not prove it: ${reading.why}.`, `To write it: ${dischargeCommand(session, { incident, id })}`));
        }
    }
    catch (error) {
        session.context.log.warn((0,runtime_text/* sentences */.hC)(`The database was dropped, but the record could not be read: ${(0,errors/* asRewindError */.m2)(error).message}`, 'To write it, run the same command again.'));
    }
}

// EXTERNAL MODULE: ./lib/commands/recover/flags.js
var flags = __webpack_require__(42721);
// EXTERNAL MODULE: ./lib/cli/quarantine-status.js + 1 modules
var quarantine_status = __webpack_require__(49837);
;// CONCATENATED MODULE: ./lib/commands/recover/goal.js






/** Obligations that a recovery plans; the others are discharged in other ways. */
const isPlanned = ({ kind }) => kind === 'production-pinned' || kind === 'changes-undone';
/**
 * The rollback whose state before is the goal: the first one that left what is still open. Without such an obligation, the
 * newest one that changed something.
 */
function rollbackToRecover(past, open) {
    const left = new Set(open.filter(isPlanned).map(({ rollback }) => rollback));
    return (past.findLast(({ plan }) => left.has(plan.digest)) ??
        past.find(({ plan, entries }) => plan.undoes === null &&
            plan.recovers === undefined &&
            plan.mitigates === undefined &&
            (0,undo/* begunChanges */.Ps)(plan, entries).length > 0));
}
/**
 * The resources of a plan: those of --scope; with a deployment, those that it can serve; with steps, those with open
 * obligations and percentages; else those with open obligations, and those that see the same databases.
 */
function resourcesToRecover({ resources }, inputs, open, ctx) {
    if (inputs.scope !== null)
        return [...resources];
    if (inputs.deployment !== null)
        return resources.filter(({ provider }) => provider.capabilities?.forward !== undefined);
    const ids = new Set(open.filter(isPlanned).flatMap(({ resource }) => (resource === null ? [] : [resource])));
    if (inputs.flagSteps !== null)
        return resources.filter(({ id, provider }) => ids.has(id) && provider.capabilities?.inSteps !== undefined);
    return (0,engine_resources/* withSharedDatabases */.s2)(resources, ids, ctx);
}
/** @throws RewindError deployment-not-eligible, input-invalid */
async function chooseDeployments(session, project, wanted, manifest, resources, ctx) {
    if (wanted === null)
        return { deployments: {}, resources };
    const deployments = {};
    const others = new Set();
    for (const resource of resources) {
        const { id, config } = resource;
        const { forward } = resource.provider.capabilities ?? {};
        const captured = manifest.resources.find((one) => one.id === id);
        if (forward === undefined || captured === undefined)
            continue;
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const isHeld = async (commit) => (await (0,quarantine_status/* heldBack */.Zg)(session, project, commit)).held;
        const chosen = await forward.choose(config, (0,create_context/* forResource */.i_)(ctx, id), saved, wanted, isHeld);
        if (chosen === null)
            others.add(id);
        else
            deployments[id] = chosen;
    }
    if (Object.keys(deployments).length > 0) {
        return { deployments, resources: resources.filter(({ id }) => !others.has(id)) };
    }
    if (others.size > 0) {
        throw new errors.RewindError('deployment-not-eligible', `${wanted} is not a deployment of ${[...others].join(', ')}, or it does not exist any more.`, { remedy: 'Name the id of a deployment of production: --deployment ID.' });
    }
    throw new errors.RewindError('input-invalid', '--deployment needs a resource in scope that holds what serves production.', {
        remedy: 'Add that resource to --scope, or leave --deployment out.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/recover/execute.js























/** Plans; the plan is approved and carried out like any other. */
async function execute(session) {
    const project = await session.open();
    const { dropDatabase: name } = session.inputs;
    (0,flags/* assertTogether */.$)(session.inputs);
    (0,gate/* assertEnvironment */.Wc)(session, project);
    if (name !== null) {
        if (session.inputs.digest === null)
            await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
        return dropDatabase(session, project, name);
    }
    const rollbacks = await (0,past_rollbacks/* rollbacksOfStore */.kZ)(session, project);
    const { past } = rollbacks;
    const waiting = (0,past_rollbacks/* unbegunNotice */.t1)(rollbacks, (words) => (0,command_line/* commandLine */.ay)(session, words));
    const isWaiting = waiting !== null;
    if (session.inputs.status) {
        return execute_shown(session, project, { ...(await readStatus(session, project, past)), waiting: isWaiting }, waiting);
    }
    const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
    const found = await readStatus(session, project, past);
    const discharged = await dischargeMet(session, project, found);
    for (const { id, reading } of discharged)
        session.context.log.info(`Discharged ${id}: ${reading.why}.`);
    const obligations = found.obligations.filter((one) => !discharged.includes(one));
    const status = { ...found, obligations, waiting: isWaiting };
    const chosen = chosenRollback(session, project, rollbacks, status);
    if (chosen === null)
        return execute_shown(session, project, status, session.inputs.flagSteps === null ? waiting : NO_STEPS);
    const earlier = past.map((one) => one.plan).filter(({ recovers }) => recovers?.rollback === chosen.plan.digest);
    return plan(session, project, { cautions, past: chosen, earlier, status });
}
const NO_STEPS = 'Nothing is planned: no resource whose changes are undone belongs to a flag service with percentages. Without --flag-steps, changes come back at once.';
const statusFacts = (session, { environment, store }, status) => ({
    ...status,
    environment,
    place: (0,lib_store/* placeOf */.$)(store, session.context),
    command: (words) => (0,command_line/* commandLine */.ay)(session, words),
});
/** @param notice a sentence before it */
function execute_shown(session, { config }, status, notice = null) {
    const { environment } = config;
    const facts = statusFacts(session, config, status);
    const { busy } = status;
    const notices = [
        ...(busy === null ? [] : [(0,runtime_text/* sentences */.hC)(busy.message, busy.remedy)]),
        ...(notice === null ? [] : [notice]),
    ];
    const normal = !(status.waiting && status.incidents.length > 0) &&
        status.unrecorded.length + status.unread.length === 0 &&
        status.obligations.every(({ reading }) => reading.state === 'met');
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ environment, normal, ...status }),
        text: [...notices.map(runtime_text/* oneLine */.TN), recoveryText(facts, session.context.clock.now())].join('\n'),
        summary: [...notices.map(markdown/* lineOf */.cA), recoveryMarkdown(facts)].join('\n\n'),
        outputs: { verdict: normal ? 'normal' : 'open', changes: '0' },
    };
}
/** Null if there is nothing to plan: what is left is discharged in other ways. */
function chosenRollback({ inputs, context: ctx }, project, rollbacks, { obligations }) {
    const [named] = inputs.args;
    if (named !== undefined)
        return (0,past_rollbacks/* findRollback */.a5)(rollbacks, named, project.config.environment);
    const asked = inputs.deployment !== null || inputs.scope !== null;
    if (!asked && resourcesToRecover(project, inputs, obligations, ctx).length === 0)
        return null;
    const found = rollbackToRecover(rollbacks.past, obligations);
    if (found !== undefined)
        return found;
    throw new errors.RewindError('rollback-not-found', `The store has no rollback of "${project.config.environment}" to recover from.`);
}
async function plan(session, project, { cautions, past, earlier, status }) {
    const { inputs, context: ctx } = session;
    const { gateCommand: gate, flagSteps: steps } = inputs;
    const before = (0,undo/* stateBefore */.L9)(past.entries);
    if (before === null) {
        throw new errors.RewindError('rollback-not-found', `The rollback ${past.plan.digest.slice(0, 12)} changed nothing.`, {
            remedy: 'There is nothing to recover from.',
        });
    }
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, before, project.origin);
    const within = (0,create_context/* forSnapshot */.C)(ctx, manifest);
    const wanted = resourcesToRecover(project, inputs, status.obligations, ctx);
    for (const id of (0,live_plan/* notInSnapshot */.$J)(wanted, manifest)) {
        ctx.log.warn(`"${id}" is not in snapshot ${manifest.id}, so it will not be recovered.`);
    }
    const { deployments, resources } = await chooseDeployments(session, project, inputs.deployment, manifest, wanted, within);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, null);
    const made = await (0,live_plan/* planFromLive */.qY)({
        ...project,
        resources,
        ctx,
        manifest,
        database: 'up',
        scope: resources.map(({ id }) => id),
        recovers: {
            rollback: past.plan.digest,
            deployments,
            ...(gate === null ? {} : { gate }),
            ...(steps === null ? {} : { steps: [...steps] }),
        },
        earlier,
    });
    await (0,quarantine/* assertNotQuarantined */.c)(session, project, made, manifest, resources, within);
    if (made.changes.length + made.manual.length === 0) {
        return execute_shown(session, project, status, `No change is planned: a recovery has none to make in ${quoted(resources)}.`);
    }
    const notice = noticeOf(session, past, status, project);
    const facts = {
        manifest,
        trust,
        resources,
        cautions,
        chosen: null,
        notice,
        findings: [
            ...(await (0,damaged/* damagedFindings */.s)(project.store, manifest, ctx)),
            ...(await (0,cli_incident/* openMitigationFindings */.Ix)(session, project)),
            ...(await (0,aside/* leftBeside */.e)(resources, ctx)),
        ],
        advice: null,
    };
    const { exit, json, text: shownPlan, summary, outputs } = await (0,publish_plan/* publishPlan */.JL)(session, project, made, facts);
    return { exit, json, text: shownPlan, summary, outputs: { ...outputs, verdict: 'planned' } };
}
const quoted = (resources) => resources.map(({ id }) => `"${id}"`).join(', ');
function noticeOf(session, { plan: of, at }, status, { config }) {
    const what = `This recovers from the rollback ${of.digest.slice(0, 12)}, last begun at ${at} (to snapshot ${of.snapshot}).`;
    return `${what} ${recoveryHeadline(statusFacts(session, config, status))}`;
}


/***/ }),

/***/ 83004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ damagedFindings)
/* harmony export */ });
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92684);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/**
 * The comparison with production takes the manifest alone. So a plan without a change says nothing of the payloads, and one
 * with changes would be refused only after the approval.
 */
async function damagedFindings(store, manifest, ctx) {
    try {
        return [...(await (0,_engine_payload_files_js__WEBPACK_IMPORTED_MODULE_0__/* .plainlyDamaged */ .h1)(store, manifest))].map(([resource, problems]) => ({
            level: 'warning',
            code: 'snapshot-corrupt',
            resource,
            message: `Snapshot ${manifest.id} is damaged: ${problems.map((each) => each.replace(/\.$/, '')).join('; ')}. A run that needs it is refused.`,
            remedy: 'Bring the file back from a backup of the store, or plan with a snapshot that "rewind verify" finds sound.',
        }));
    }
    catch (error) {
        ctx.log.warn(`Whether the payloads of snapshot ${manifest.id} are whole is unknown: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return [];
    }
}


/***/ }),

/***/ 50838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ unrecordedRollback)
/* harmony export */ });
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70826);
/* harmony import */ var _incident_recorded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86512);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/**
 * Finds the newest rollback whose record its store refused: nothing else says what it left.
 * @param past newest first
 * @throws RewindError store-unreadable
 */
async function unrecordedRollback({ store, config }, past) {
    const newest = past.find(({ plan, entries }) => (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_0__/* .begunChanges */ .Ps)(plan, entries).length > 0);
    if (newest === undefined)
        return null;
    const { plan, at } = newest;
    const { digest, snapshot } = plan;
    const isLost = await (0,_incident_recorded_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnrecorded */ .A)(store, config.environment, { digest, at }).catch((error) => {
        // Another line says that a record is damaged; it may be the one of this rollback.
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError && error.code === 'incident-corrupt')
            return false;
        throw error;
    });
    if (!isLost)
        return null;
    return {
        digest,
        what: `what the rollback ${digest.slice(0, 12)} of ${at} (to snapshot ${snapshot}) left`,
        why: (command) => `no record of an incident mentions it. If nothing changed production since, run it again: it writes the record: ${command(['rollback', '--digest', digest])}. Else read its report, open an incident by hand, and close it when nothing is left: ${command(['incident', 'open', '--title', 'what is wrong'])}`,
    };
}


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   bd: () => (/* binding */ moreOf),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(status.obligations.length, 'obligation')} open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
        ...moreOf(open).map((line) => `  - ${line}`),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
/** A line about what is not shown, if anything is not. */
const moreOf = ({ length }) => length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge])),
                ...moreOf(open),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { plan, changes, snapshot, database, digest } = entry.data;
            const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
            return `planned: ${plan}${to}, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changes, 'change')}, digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}


/***/ }),

/***/ 86225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 3606).then(__webpack_require__.bind(__webpack_require__, 3606));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(980)]).then(__webpack_require__.bind(__webpack_require__, 40980));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(3606), __webpack_require__.e(1766)]).then(__webpack_require__.bind(__webpack_require__, 91766)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
