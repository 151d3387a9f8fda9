export const id = 9921;
export const ids = [9921];
export const modules = {

/***/ 29921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter),
  config: () => (/* binding */ config)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
// EXTERNAL MODULE: ./lib/probes/http-fields.js
var http_fields = __webpack_require__(46613);
// EXTERNAL MODULE: ./lib/probes/http-request.js
var http_request = __webpack_require__(34707);
// EXTERNAL MODULE: ./lib/probes/json-path.js
var json_path = __webpack_require__(66773);
;// CONCATENATED MODULE: ./lib/probes/capture.js





const pattern = schemas/* string */.YjP().superRefine((text, context) => {
    const problem = patternProblem(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
});
function patternProblem(text) {
    try {
        // With an empty alternative each pattern matches the empty text, so its groups can be counted.
        const groups = (new RegExp(`${text}|`, 'u').exec('')?.length ?? 1) - 1;
        return groups === 1 ? null : 'must have exactly one group: (…)';
    }
    catch {
        return 'must be a regular expression';
    }
}
/** What a step takes from its response for the steps after it. */
const capture = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes'), schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ json: http_fields/* jsonPath */.U1.describe('Path in the JSON body.') }),
    schemas/* strictObject */.rej({ text: pattern.describe('Regular expression for the body; its group is the value.') }),
    schemas/* strictObject */.rej({ header: schemas/* string */.YjP().min(1).describe('Name of a header.') }),
]));
/** A longer value is a mistake, or an attack on memory. */
const LONGEST = 10_000;
/** The captured values by name, or what is missing. */
function captured(response, wanted) {
    const values = new Map();
    for (const [name, from] of Object.entries(wanted)) {
        const value = 'json' in from
            ? fromJson(response, from.json)
            : 'text' in from
                ? fromText(response, from.text)
                : [response.headers[from.header.toLowerCase()] ?? []].flat()[0];
        if (value === undefined || value === '')
            return { problem: `the response has no value for "${name}"` };
        if (value.length > LONGEST)
            return { problem: `the value for "${name}" is longer than ${LONGEST} characters` };
        values.set(name, value);
    }
    return { values };
}
function fromJson({ body }, path) {
    const value = (0,json_path/* valueAt */.f)((0,http_request/* parseJson */.qF)(body), (0,json_path/* parsePath */.R)(path) ?? []);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
const MATCH = new external_node_vm_.Script('new RegExp(pattern, "u").exec(text)?.[1]');
const MATCH_MS = 200;
/** A body from outside can make an expression backtrack for hours, so its time is limited. */
function fromText({ body }, pattern) {
    try {
        const context = (0,external_node_vm_.createContext)({ pattern, text: body.toString('utf8') });
        const found = MATCH.runInContext(context, { timeout: MATCH_MS });
        return typeof found === 'string' ? found : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/probes/check-run.js
var check_run = __webpack_require__(5683);
// EXTERNAL MODULE: ./lib/probes/control.js
var probes_control = __webpack_require__(31650);
// EXTERNAL MODULE: ./lib/probes/literal-secrets.js
var literal_secrets = __webpack_require__(63808);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var failure = __webpack_require__(30734);
;// CONCATENATED MODULE: ./lib/probes/adapters/flow.js









const step = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .regex(/^[\w .-]{1,40}$/, 'must be letters, digits, spaces and dashes')
        .describe('Name of the step in messages.'),
    url: http_fields/* stepUrl */.OW.describe('Path on the host of the flow, or an address.'),
    ...http_fields/* requestFields */.hH,
    capture: capture.default({}).describe('Values of the response for later steps, as {{name}}.'),
});
const config = schemas/* strictObject */.rej({
    ...http_fields/* probeFields */.eE,
    adapter: schemas/* literal */.euz('flow').describe('Several HTTP requests of one session, with cookies.'),
    url: http_fields/* probeUrl */.K7.describe('Address of the host; steps name their paths.'),
    steps: schemas/* array */.YOg(step).min(1).max(20).describe('Requests, one after the other. The first that fails ends the flow.'),
    ...http_fields/* connectionFields */.I1,
    control: schemas/* boolean */.zMY()
        .default(false)
        .describe('true: also run the flow on the previous deployment. The same headers and bodies go there.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    const known = new Set();
    given.steps.forEach((one, index) => {
        const at = (path, message) => add(['steps', index, ...path], message);
        (0,http_fields/* checkRequest */.yG)(one, given.url, given['allow-private'], at);
        (0,http_fields/* checkCaptured */.PF)({ ...one, capture: {}, expect: {} }, known, at);
        for (const name of Object.keys(one.capture))
            known.add(name);
    });
    (0,literal_secrets/* refuseLiteralSecrets */.z)(given, context);
});
const adapter = {
    id: 'flow',
    kind: 'check',
    config,
    run: (given, tick, ctx) => {
        const { control } = tick;
        const flow = (on) => (signal) => runSteps(given, { control: on, stays: tick.stays === true }, ctx, signal);
        return (0,check_run/* checkRun */.Q)(tick, ctx, flow(null), control !== null && given.control ? flow(control) : null);
    },
};
/** A session of its own each time. @throws ProbeFailure */
async function runSteps(given, { control, stays }, ctx, signal) {
    const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
    const { sessionCookies } = await __webpack_require__.e(/* import() */ 8905).then(__webpack_require__.bind(__webpack_require__, 78905));
    const base = new URL(given.url);
    const values = new Map();
    const session = { cookies: await sessionCookies(), control, base };
    const sum = {};
    const stayOn = control === null ? (stays ? base.host : undefined) : new URL(control).host;
    for (const one of given.steps) {
        const named = (message) => `step "${one.name}": ${message}`;
        const filled = (0,http_request/* requestOf */.fo)(one, base, new templates/* Filler */.dN(ctx.env, given.id, values));
        const request = { ...filled, stayOn, redirects: one.redirects, ...(0,http_request/* connectionOf */.ao)(given) };
        try {
            const response = await send(inSession(request, session, ctx), ctx, signal);
            (0,failure/* addPhases */.KM)(sum, response.phases);
            const problem = (0,http_request/* problemOf */.Zw)(response, one.expect, given, ctx);
            if (problem !== null)
                return { problem: named(problem), phases: sum };
            const found = captured(response, one.capture);
            if ('problem' in found)
                return { problem: named(found.problem), phases: sum };
            for (const [name, value] of found.values)
                values.set(name, value);
        }
        catch (error) {
            if (!(error instanceof failure/* ProbeFailure */.BU))
                throw error;
            (0,failure/* addPhases */.KM)(sum, error.phases);
            throw new failure/* ProbeFailure */.BU(error.kind, named(error.message), sum);
        }
    }
    return { problem: null, phases: sum };
}
function inSession(request, { cookies, control, base }, ctx) {
    // A step on another host is the same for both deployments.
    if (control === null || request.url.origin !== base.origin)
        return { ...request, cookies };
    const headers = { ...request.headers, ...(0,probes_control/* bypassHeaders */.h)(ctx) };
    return { ...request, url: (0,probes_control/* onControl */.R)(request.url, control), headers, cookies };
}


/***/ })

};
