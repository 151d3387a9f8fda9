export const id = 899;
export const ids = [899];
export const modules = {

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeSnapshot: () => (/* binding */ describeSnapshot),
/* harmony export */   snapshot: () => (/* binding */ snapshot),
/* harmony export */   snapshotTable: () => (/* binding */ snapshotTable)
/* harmony export */ });
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9461);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7732);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(918);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3997);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3021);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7516);







/** Captures everything, seals it, and verifies what was written. Fails the deploy gate when it cannot. */
async function snapshot(session) {
    const project = await session.open();
    const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)({
        resources: project.resources,
        store: project.store,
        parts: session.parts,
        origin: project.origin,
        reason: (session.inputs.reason ?? 'pre-deploy'),
        recipients: project.config.seal.recipients,
        identities: project.identities,
    });
    const removed = await applyRetention(session, project);
    const parcel = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id);
    return {
        exit: 0,
        json: { ok: true, snapshot: manifest.id, resources: manifest.resources.map(({ id }) => id), removed },
        text: `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.\n${describeSnapshot(manifest)}`,
        summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest)}\n`,
        outputs: {
            'snapshot-id': manifest.id,
            ...(parcel === null
                ? {}
                : {
                    'snapshot-artifact': parcel.name,
                    'snapshot-path': parcel.path,
                    'retention-days': String((0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__/* .retentionDays */ .Ol)(project.config)),
                }),
        },
    };
}
/** One line for each resource. */
function describeSnapshot(manifest) {
    return rowsOf(manifest)
        .map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`)
        .join('\n');
}
function snapshotTable(manifest) {
    return (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .t)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest));
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__/* .amount */ .vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__/* .seconds */ .YA)(resource.durationMs / 1000)];
    });
}
/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last. A failure here is a warning: the
 * new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    if (store.expires === true)
        return [];
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = (session.parts.clock ?? _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml).now().getTime() - keepDays * 86_400_000;
    const removed = [];
    try {
        const ids = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshotIds */ .DB)(store, config.environment);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            const { createdAt } = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .removeSnapshot */ .Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.parts.log.warn(`Old snapshots could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).message}`);
    }
    return removed;
}


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact)
/* harmony export */ });
/** Below the repository: what this run writes for the store `artifact`, until a step of the workflow uploads it. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null where the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Days that GitHub is asked to keep the artifacts. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
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
