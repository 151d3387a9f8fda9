export const id = 1013;
export const ids = [1013];
export const modules = {

/***/ 81013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67622);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5683);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46613);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34707);
/* harmony import */ var _literal_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63808);
/* harmony import */ var _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30734);








const config = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .probeFields */ .eE,
    adapter: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('content').describe('One asset as visitors get it through the CDN.'),
    url: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .probeUrl */ .K7.describe('Address of the asset.'),
    headers: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .requestFields */ .hH.headers,
    redirects: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .requestFields */ .hH.redirects,
    expect: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .assetExpectation */ .nQ.prefault({}).describe('Status and headers, such as cache-control, of the response.'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('baseline'), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be baseline or 64 hexadecimal digits')])
        .optional()
        .describe('SHA-256 of the asset; baseline: the one at the snapshot. Not compared when left out.'),
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .connectionFields */ .I1,
    control: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(true).describe('true: also ask the previous deployment.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .checkRequest */ .yG)({ ...given, method: 'GET' }, given.url, given['allow-private'], add);
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .checkCaptured */ .PF)({ ...given, expect: {} }, new Set(), add);
    (0,_literal_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseLiteralSecrets */ .z)(given, context);
});
const adapter = {
    id: 'content',
    kind: 'check',
    config,
    run(given, tick, ctx) {
        const check = (control) => (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)({ ...given, method: 'GET' }, { control, stays: tick.stays === true }, ctx, (response) => {
            const problem = (0,_http_request_js__WEBPACK_IMPORTED_MODULE_4__/* .problemOf */ .Zw)(response, given.expect, given, ctx);
            return problem === null ? checksumOf(response.body, given, tick) : { problem };
        });
        return (0,_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRun */ .Q)(tick, ctx, check(null), tick.control !== null && given.control ? check(tick.control) : null);
    },
};
/** The checksum is a fact, so that the baseline keeps it. */
function checksumOf(body, { sha256: wanted }, { baseline }) {
    const found = (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(body);
    const facts = { sha256: found };
    const expected = wanted === 'baseline' ? baseline?.sha256 : wanted;
    if (expected === undefined) {
        if (wanted === undefined || baseline === null)
            return { problem: null, facts };
        throw new _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .ProbeFailure */ .BU('refused', 'the baseline holds no checksum of the asset; take a new snapshot');
    }
    const problem = found === expected ? null : `its SHA-256 is ${found.slice(0, 12)}…, expected ${expected.slice(0, 12)}…`;
    return { problem, facts };
}


/***/ }),

/***/ 67622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31650);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34707);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14476);



/**
 * One request as a try.
 * @param control the address of the previous deployment, to ask it in place of production; it must answer itself
 * @param stays true: the host of the request must answer itself
 * @param judge the judgement of the response
 */
function ask(given, { control, stays }, ctx, judge) {
    return async (signal) => {
        const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
        const own = (0,_http_request_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOf */ .fo)(given, new URL(given.url), new _templates_js__WEBPACK_IMPORTED_MODULE_1__/* .Filler */ .dN(ctx.env, given.id));
        const target = control === null
            ? own
            : { ...own, url: (0,_control_js__WEBPACK_IMPORTED_MODULE_2__/* .onControl */ .R)(own.url, control), headers: { ...own.headers, ...(0,_control_js__WEBPACK_IMPORTED_MODULE_2__/* .bypassHeaders */ .h)(ctx) } };
        const stayOn = stays || control !== null ? target.url.host : undefined;
        const response = await send({ ...target, stayOn, redirects: given.redirects, ...(0,_http_request_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(given) }, ctx, signal);
        return { ...judge(response), phases: response.phases };
    };
}


/***/ })

};
