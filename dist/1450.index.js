export const id = 1450;
export const ids = [1450];
export const modules = {

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


/***/ })

};
