export const id = 8591;
export const ids = [8591,1450];
export const modules = {

/***/ 50603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ assertAsPlanned),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   iN: () => (/* binding */ isOvertaken)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/**
 * Somebody may have written between the drift check and this change: no snapshot holds their value, so it would be lost if it
 * was written over. Call it with what was read just before the write, once that is known to differ from the wanted value. A
 * window between this read and the write stays, except where the service compares an ETag.
 *
 * @param now what a plan would say of the live value; null: absent
 * @param where the service, for the remedy
 * @throws RewindError api-conflict if it is not what the plan said
 */
function assertAsPlanned(change, now, ctx, where) {
    if (now !== change.before)
        throw overtaken(change, now, ctx, where);
}
/** The error for a value that is neither the planned one nor the wanted one. Parameters as above. */
function overtaken({ target, before }, now, ctx, where) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-conflict', `Somebody changed ${target} after the plan: it was ${before ?? 'absent'}, and is ${now ?? 'absent'} now. It was left as it is.`, {
        resource: ctx.resource,
        remedy: `Ask who changed it ${where}. Then make a new plan and get it approved.`,
        unwritten: true,
    });
}
/** True for that error: the change wrote nothing, and its approval does not cover what is live now. */
const isOvertaken = ({ code, unwritten }) => code === 'api-conflict' && unwritten;


/***/ }),

/***/ 1940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);

/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(count, noun)}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}


/***/ }),

/***/ 36881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ readJsonPayload),
/* harmony export */   Wv: () => (/* binding */ payloadDiffers),
/* harmony export */   bk: () => (/* binding */ requireSaved),
/* harmony export */   ex: () => (/* binding */ parsePayload)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** Reads a payload and parses it. @throws RewindError snapshot-corrupt when it is not JSON of this schema */
async function readJsonPayload(name, schema, source, ctx) {
    const bytes = await source.read(name);
    return parsePayload(name, ctx, () => schema.parse(JSON.parse(bytes.toString('utf8'))));
}
/** Runs a parser; any error means that the payload is damaged. @throws RewindError snapshot-corrupt */
function parsePayload(name, ctx, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw corrupt(`Payload ${name} does not have the expected format.`, ctx, cause);
    }
}
/** @throws RewindError snapshot-corrupt if the payload lacks an object of the plan */
function requireSaved(found, what, ctx) {
    if (found === undefined)
        throw corrupt(`The snapshot does not hold ${what}.`, ctx, undefined);
    return found;
}
function corrupt(message, { resource }, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', message, { resource, cause });
}
/** Finding of `prove`: a payload does not match the manifest. */
function payloadDiffers(what) {
    return {
        level: 'error',
        code: 'payload-differs',
        message: `The sealed part "${what}" of the snapshot does not match its manifest.`,
        remedy: 'If REWIND_FINGERPRINT_KEY was replaced after the snapshot, run again with the earlier key (docs/keys.md). If not, do not use this snapshot: find out who wrote it, and choose another one ("rewind list").',
    };
}


/***/ }),

/***/ 16449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ describeState),
/* harmony export */   Nj: () => (/* binding */ defineProvider),
/* harmony export */   uY: () => (/* binding */ mergedFlags)
/* harmony export */ });
/** Describes the state of a manifest; empty if the provider cannot describe it. */
function describeState({ state, capabilities }, captured) {
    const parsed = state.safeParse(captured);
    return (parsed.success && capabilities?.describeState?.(parsed.data)) || {};
}
/** The flags of several resources; null if none holds flags. A key of two of them is on if it is on in one. Pure. */
function mergedFlags(described) {
    const maps = described.flatMap(({ flags }) => flags ?? []);
    const all = new Map();
    for (const [key, on] of maps.flatMap((flags) => [...flags]))
        all.set(key, on || all.get(key) === true);
    return maps.length === 0 ? null : all;
}
/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
function defineProvider(provider) {
    return provider;
}


/***/ }),

/***/ 71450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   runProgram: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/** Time between SIGTERM and SIGKILL, and for the output that is left after the end. */
const GRACE_MS = 2_000;
/** More lines of output are counted, not logged. */
const MAX_LINES = 500;
/** The rest of a longer line is dropped. */
const MAX_LINE = 2_000;
/**
 * Runs a command with `sh -c` and logs its output line by line. It gets no credential of Rewind: the environment of child
 * processes, the variables GATE_…, and what the caller adds.
 *
 * @throws RewindError tool-missing, cancelled
 */
async function runShell(ctx, command, env, seconds) {
    for (const [name, value] of Object.entries(ctx.childEnv))
        if (name.startsWith('GATE_'))
            ctx.masker.add(value);
    let count = 0;
    return runProgram(ctx, ['sh', '-c', command], { ...ctx.childEnv, ...env }, seconds, (line) => {
        count += 1;
        if (count <= MAX_LINES)
            ctx.log.info(`  | ${line}`);
        if (count === MAX_LINES)
            ctx.log.info('  | … (more output is not shown)');
    });
}
/**
 * Runs a program in the root of the repository. At the time limit, and when the run is cancelled, it and its children are
 * ended.
 *
 * @param env the whole environment of the program
 * @param onLine gets each line of the output that is not empty, cut to 2,000 characters
 * @throws RewindError tool-missing, cancelled
 */
async function runProgram(ctx, [program, ...rest], env, seconds, onLine = () => undefined) {
    assertNotCancelled(ctx);
    // A process group of its own, so that its children end with it.
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, rest, { cwd: ctx.root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let last = null;
    for (const output of [child.stdout, child.stderr]) {
        eachLine(output, (line) => {
            last = line;
            onLine(line);
        });
    }
    const limit = { reached: false };
    const timer = setTimeout(() => {
        limit.reached = true;
        stop(child);
    }, seconds * 1000);
    const onAbort = () => stop(child);
    ctx.signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { status, failure } = await ended(child, program, ctx);
        assertNotCancelled(ctx);
        return { status, failure: limit.reached ? `no end after ${seconds} s` : failure, lastLine: last };
    }
    finally {
        clearTimeout(timer);
        ctx.signal.removeEventListener('abort', onAbort);
    }
}
/** @throws RewindError cancelled */
function assertNotCancelled({ signal, resource }) {
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('cancelled', 'The run was cancelled.', { resource });
}
function ended(child, program, ctx) {
    return new Promise((resolve, reject) => {
        child.on('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('tool-missing', `${program} could not be started: ${error.message}`, {
            resource: ctx.resource,
        })));
        child.on('exit', (status, signal) => {
            const how = { status, failure: signal ?? (status === 0 ? null : `exit status ${status}`) };
            // A child that it left behind may hold the output open.
            const timer = setTimeout(() => resolve(how), GRACE_MS);
            child.on('close', () => {
                clearTimeout(timer);
                resolve(how);
            });
            kill(child, 'SIGTERM');
        });
    });
}
function stop(child) {
    kill(child, 'SIGTERM');
    setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS).unref();
}
function kill({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The whole group has ended.
    }
}
/** Keeps no more than one line, cut, in memory, however long a line is. */
function eachLine(input, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let begun = '';
    const add = (text) => {
        begun += text.slice(0, MAX_LINE - begun.length);
    };
    const end = () => {
        const line = begun.trimEnd();
        begun = '';
        if (line.trim() !== '')
            onLine(line);
    };
    input.on('data', (bytes) => {
        const [first = '', ...others] = decoder.write(bytes).split('\n');
        add(first);
        for (const text of others) {
            end();
            add(text);
        }
    });
    input.on('end', end);
}


/***/ }),

/***/ 78017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ otherKind),
/* harmony export */   ns: () => (/* binding */ disableNew),
/* harmony export */   x2: () => (/* binding */ HIDDEN_DIFFERENCE)
/* harmony export */ });
/** Shown in a plan if two values differ but their texts are equal. */
const HIDDEN_DIFFERENCE = ' (they differ in values that are not shown)';
/** What a person does with a flag that was made again with another kind: no service changes it. */
const otherKind = (saved, live) => `The flag is ${saved} in the snapshot and ${live} now, and the kind of a flag cannot be changed. If nothing uses the new flag, delete it and plan again: the new plan creates the former one.`;
/** Turns a flag off that is newer than the snapshot. A removal has no undo and affects all environments. */
function disableNew(key, environment, verb, params) {
    return {
        id: `disable-new:${key}`,
        stage: 'configuration',
        action: 'update',
        target: `Flag "${key}" in environment "${environment}"`,
        before: 'on',
        after: `off (created after the snapshot; it is not ${verb})`,
        effect: 'live',
        undo: 'turn the flag on again',
        warnings: ['created after the snapshot: services that are not rolled back may rely on it'],
        params,
    };
}


/***/ }),

/***/ 51856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ failureFindings)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** One finding for each error code of the failed requests. @throws errors other than RewindError */
function failureFindings(results) {
    const findings = new Map();
    for (const result of results) {
        if (result.status === 'fulfilled')
            continue;
        const error = result.reason;
        if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError))
            throw error;
        const { code, message, remedy } = error;
        if (!findings.has(code))
            findings.set(code, { level: 'error', code, message, remedy });
    }
    return [...findings.values()];
}


/***/ }),

/***/ 41839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ bringInSteps),
/* harmony export */   Ke: () => (/* binding */ stepsChange),
/* harmony export */   OR: () => (/* binding */ earlierOf),
/* harmony export */   _: () => (/* binding */ schedule),
/* harmony export */   eQ: () => (/* binding */ goalInSteps),
/* harmony export */   fe: () => (/* binding */ stepsGoal),
/* harmony export */   sZ: () => (/* binding */ fewOf),
/* harmony export */   xm: () => (/* binding */ takeSteps)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33861);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** Percentages (ascending, the last is 100), and what decides before each further one. */
const schedule = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ percentages: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()), gate: _gate_js__WEBPACK_IMPORTED_MODULE_1__/* .gate */ .Gj });
/** Set in the goal of a recovery that brings flags forward in steps, never in a snapshot. */
const stepsGoal = schedule.extend({
    /** Parameters of changes that may be half done: they hold what a flag served before its first step. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())).readonly(),
});
/** @param seconds how long the gate command may run */
const goalInSteps = ({ percentages, gate: command, earlier, }, seconds) => ({ percentages: [...percentages], gate: { command, seconds }, earlier });
/**
 * Takes the changes out that can be made in steps; each of the others says why it is made at once.
 * @param stepOf how a change is made in steps, or why it cannot be; null: it is no change of what users get
 */
function takeSteps(changes, stepOf) {
    const stepped = [];
    const others = changes.flatMap((change) => {
        const step = change.manual === undefined ? stepOf(change) : null;
        if (step === null)
            return [change];
        if (typeof step === 'string')
            return [
                { ...change, warnings: [...change.warnings, `changes at once, after the last step of the others: ${step}`] },
            ];
        stepped.push(step);
        return [];
    });
    return { stepped, others };
}
/**
 * The fields of a change in steps that do not depend on the service.
 * @param live up to which percentage each flag is now, in the order of the flags
 */
const stepsChange = (environment, flags, { percentages, gate: { command, seconds } }, live) => ({
    id: 'steps',
    stage: 'configuration',
    action: 'update',
    target: `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(flags.length, 'flag')} in environment "${environment}", in steps: ${fewOf(flags.map((flag) => `"${flag}"`))}`,
    effect: 'live',
    undo: '"rewind undo" sets them back',
    warnings: [
        `In steps: ${stepsFrom(percentages, Math.min(...live.map((at) => at ?? 0)))}. Before each further step this shell command runs, for at most ${seconds} s: ${command}`,
        'If the command fails, these flags return to what they were before the first step.',
    ],
});
/** Flags that a text names; it counts the others. */
const SHOWN = 10;
/** Names a few of many. The parameters of a change hold all of them, and the digest of the plan binds those. */
const fewOf = (all, separator = ', ') => `${all.slice(0, SHOWN).join(separator)}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''}`;
/** The steps that are still to come, after what all flags have already. */
const stepsFrom = (percentages, live) => [
    ...(live > 0 ? [`${live} % (now)`] : []),
    ...percentages.filter((each) => each > live).map((each) => `${each} %`),
].join(' → ');
/** The parameters of the flag in an earlier change in steps; undefined if there is none. */
function earlierOf(earlier, schema, flag) {
    const all = earlier.flatMap(({ kind, flags }) => kind === 'steps' && Array.isArray(flags) ? flags : []);
    return all.map((one) => schema.safeParse(one).data).find((one) => one?.flag === flag);
}
/**
 * Brings flags to their goal, all of them step by step. Before each further step the gate command decides; if it fails, the
 * flags return to what they were. After an interruption, it goes on with the gate of the step that all flags have reached. A
 * flag that somebody else changes meanwhile stops it.
 *
 * @throws RewindError release-gate-failed, flag-steps-stopped, and the errors of the service: the flags stay at their step
 */
async function bringInSteps(ctx, { percentages, gate: command }, run) {
    const { flags } = run;
    const first = await standings(ctx, run);
    const lowest = Math.min(...first.values());
    let reached = percentages.filter((each) => lowest >= each).length;
    if (reached === 0)
        await raise(ctx, run, first, percentages[reached++] ?? 100);
    for (; reached < percentages.length; reached += 1) {
        const percentage = percentages[reached - 1] ?? 0;
        const before = await standings(ctx, run);
        const fallen = flags.find((flag) => (before.get(flag) ?? 0) < percentage);
        if (fallen !== undefined)
            throw stopped(ctx, fallen);
        // An earlier run with other steps may have brought the flags further than this step.
        const live = Math.min(...before.values());
        const shares = new Set(before.values()).size === 1 ? '' : fewOf([...before].map(([flag, at]) => `${flag} ${at} %`));
        const where = `step ${reached} of ${percentages.length} (${shares || `${live} %`})`;
        ctx.log.info(`${fewOf(flags)}: at ${where}; the gate command runs …`);
        const at = { stage: reached, stages: percentages.length, percentage: live };
        try {
            await (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .runGate */ .Rg)(ctx, command, where, at, { REWIND_FLAGS: flags.join(' ') });
        }
        catch (error) {
            const failed = error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError && error.code === 'release-gate-failed';
            if (!failed || ctx.signal.aborted)
                throw error;
            throw await returned(ctx, run, error);
        }
        const now = await standings(ctx, run);
        const moved = flags.find((flag) => now.get(flag) !== before.get(flag));
        if (moved !== undefined)
            throw stopped(ctx, moved);
        await raise(ctx, run, now, percentages[reached] ?? 100);
    }
}
/** @throws RewindError flag-steps-stopped */
async function standings(ctx, { flags, standing }) {
    const found = new Map();
    for (const flag of flags) {
        const at = await standing(flag);
        if (at === null)
            throw stopped(ctx, flag);
        found.set(flag, at);
    }
    return found;
}
async function raise(ctx, { set }, now, to) {
    for (const [flag, at] of now) {
        if (at >= to)
            continue;
        await set(flag, to);
        ctx.log.info(`${flag}: ${to} %`);
    }
}
const stopped = (ctx, flag) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('flag-steps-stopped', `Somebody else changed flag ${flag} between two steps.`, {
    resource: ctx.resource,
});
/** @returns the error to throw: why, and what the flags are now */
async function returned(ctx, { flags, standing, set }, why) {
    ctx.log.warn(`${why.message} The flags return to what they were before the first step …`);
    const left = [];
    for (const flag of flags) {
        try {
            // What somebody else made of it meanwhile stays.
            if ((await standing(flag)) === null)
                left.push(`${flag}: somebody else changed it`);
            else
                await set(flag, null);
        }
        catch (error) {
            left.push(`${flag}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error).message}`);
        }
    }
    const back = `Each of these flags is again as before the first step: ${fewOf(flags)}.`;
    const now = left.length === 0 ? back : `These flags did not return: ${fewOf(left, '; ')}.`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError(why.code, `${why.message} ${now}`, {
        resource: ctx.resource,
        ...(left.length === 0 ? {} : { remedy: 'Set them back in the flag service. Then run "rewind recover --status".' }),
        cause: why,
    });
}


/***/ }),

/***/ 46609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ FLAG_MEASURES),
/* harmony export */   Z: () => (/* binding */ switching)
/* harmony export */ });
/** Measures that flags can take. */
const FLAG_MEASURES = ['flags-off', 'maintenance'];
/** Resolves a measure to flags: off, or on for the flag of maintenance. Pure. */
function switching(all, measure) {
    if (measure.kind === 'flags-off') {
        const { turnOff, unknown } = selectFlags(all, measure);
        // A tag that no flag has is a wrong name, too.
        const unused = measure.tags.filter((tag) => !all.some(({ tags }) => tags.includes(tag)));
        return { keys: turnOff, on: false, unknown: [...unknown, ...unused] };
    }
    const key = measure.kind === 'maintenance' ? measure.flag : undefined;
    if (key === undefined) {
        return { keys: new Set(), on: true, unknown: [], impossible: ['Feature flags take maintenance with "flag".'] };
    }
    const flag = all.find((one) => one.key === key);
    if (flag === undefined)
        return { keys: new Set(), on: true, unknown: [key] };
    return { keys: new Set(flag.on ? [] : [key]), on: true, unknown: [] };
}
/** Resolves a selection to flags. Pure. */
function selectFlags(all, { flags = [], tags = [] }) {
    const selected = all.filter(({ key, tags: own }) => flags.includes(key) || own.some((tag) => tags.includes(tag)));
    const keys = new Set(all.map(({ key }) => key));
    return {
        turnOff: new Set(selected.filter(({ on }) => on).map(({ key }) => key)),
        unknown: flags.filter((key) => !keys.has(key)),
    };
}


/***/ }),

/***/ 33861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ gate),
/* harmony export */   Rg: () => (/* binding */ runGate),
/* harmony export */   rD: () => (/* binding */ gateTimeout)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71450);



/** A shell command that decides whether a release goes on, and how many seconds it may run. */
const gate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ command: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() });
/** The setting `gate-timeout-seconds` of a provider. */
const gateTimeout = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(1).max(21_600).default(600);
/**
 * Runs the gate command at one stage of a release.
 * @param where names the stage in an error, e.g. "stage 2 of 3 (50 %)"
 * @param env variables besides those of the stage
 * @throws RewindError release-gate-failed, cancelled
 */
async function runGate(ctx, { command, seconds }, where, { stage, stages, percentage }, env) {
    const all = {
        REWIND_STAGE: String(stage),
        REWIND_STAGES: String(stages),
        REWIND_PERCENTAGE: String(percentage),
        ...env,
    };
    const { failure, lastLine } = await (0,_runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runShell */ .E)(ctx, command, all, seconds);
    if (failure === null)
        return;
    const said = lastLine === null ? '' : `: ${ctx.masker.redact(lastLine).slice(0, 300)}`;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('release-gate-failed', `The gate command failed at ${where} with ${failure}${said}.`, {
        resource: ctx.resource,
    });
}


/***/ })

};
