export const id = 9278;
export const ids = [9278];
export const modules = {

/***/ 49278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67622);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5683);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46613);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34707);
/* harmony import */ var _literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63808);






const config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .probeFields */ .eE,
    adapter: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('http').describe('One HTTP request, and what its response must be.'),
    url: _http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .probeUrl */ .K7.describe('Address of the request.'),
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .requestFields */ .hH,
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionFields */ .I1,
    control: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .optional()
        .describe('true: also ask the previous deployment, with the same headers and body. Default: for GET and HEAD.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRequest */ .yG)(given, given.url, given['allow-private'], add);
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .checkCaptured */ .PF)({ ...given, expect: {} }, new Set(), add);
    (0,_literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseLiteralSecrets */ .z)(given, context);
});
const adapter = {
    id: 'http',
    kind: 'check',
    config,
    run(given, tick, ctx) {
        const check = (control) => (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(given, { control, stays: tick.stays === true }, ctx, (response) => ({
            problem: (0,_http_request_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOf */ .Zw)(response, given.expect, given, ctx),
        }));
        const asks = given.control ?? (given.method === 'GET' || given.method === 'HEAD');
        return (0,_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRun */ .Q)(tick, ctx, check(null), tick.control !== null && asks ? check(tick.control) : null);
    },
};


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
