export const id = 467;
export const ids = [467];
export const modules = {

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   EB: () => (/* binding */ checkResources),
/* harmony export */   qY: () => (/* binding */ planFromLive)
/* harmony export */ });
/* unused harmony export throwCombined */
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7516);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);





/**
 * Captures the live state (read-only) and plans what would make it equal to the snapshot.
 * @throws RewindError: the one failure, or preflight-failed with one line for each resource that could not be read
 */
async function planFromLive(request) {
    const { manifest, parts, resources } = request;
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // A resource configured after the snapshot was taken: nothing is known to go back to.
        if (!captured)
            return [];
        if (captured.provider !== resource.providerId) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `In the snapshot, "${resource.id}" is a ${captured.provider}, in the configuration a ${resource.providerId}.`, { resource: resource.id });
        }
        const saved = parseState(resource, captured.state);
        const live = await resource.provider.capture(resource.config, contextOf(resource), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return resource.provider.plan(saved, live);
    });
    throwCombined(outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id)])));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .assemblePlan */ .SL)({
        createdAt: (parts.clock ?? _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml).now(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value ?? [],
        })),
    });
}
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-unsupported', `The state of "${resource.id}" in the snapshot cannot be read by this version.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources of the configuration that the snapshot does not hold: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: asks every provider, and reports all problems together. */
async function checkResources(resources, parts, snapshot) {
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, snapshot);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D6)(resources, (resource) => resource.provider.check(resource.config, contextOf(resource)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** One error as it is; several as one `preflight-failed` that lists them. */
function throwCombined(errors) {
    const [first] = errors;
    if (!first)
        return;
    if (errors.length === 1)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['create', 'update', 'delete', 'run']),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['live', 'next-deployment']),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: another content under the same id is another plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** What will be applied, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that Rewind cannot restore: a person must. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Pure: orders the changes by stage, sorts out what is not to be applied, and seals it all with a digest. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChange.parse({ ...change, resource: id, provider })));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: inOrder.filter((change) => chosen(change) && change.manual === undefined),
        manual: inOrder.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: inOrder.filter((change) => !chosen(change)),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/**
 * What is approved: everything that would be done, and to what. Left out is only what grows by itself while people read
 * (when the plan was made, how many rows have been written since).
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
    });
}
/** A change without its volatile part. */
function essence(change) {
    const rest = { ...change };
    delete rest.dataAtRisk;
    return rest;
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The plan file is not a plan of this version.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was altered: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/**
 * Law 5: what is applied is what was planned. Compares the plan made now with the approved one: each change of now must
 * have been approved in just this form. A change that was approved and is not needed any more was done before (by an
 * interrupted run, or by hand) and is left out. A change that an interrupted run of ours had begun may look different
 * on its
 * "before" side, and may have less left to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns what differs, one line each; empty when the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.flatMap((change) => {
        const before = known.get(keyOf(change));
        if (!before)
            return [`${keyOf(change)}: not in the approved plan (${change.target}: ${describe(change)})`];
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if (begun.has(keyOf(change)) && isRemainder(before.params, change.params))
            return [];
        return [`${keyOf(change)}: approved as ${describe(before)}, now ${describe(change)}`];
    });
}
/** What is left of a change that was begun: the same parameters, lists at most as long as the approved ones. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ }),

/***/ 4995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
