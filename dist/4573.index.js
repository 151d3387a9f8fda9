export const id = 4573;
export const ids = [4573];
export const modules = {

/***/ 24573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendAlarm: () => (/* binding */ sendAlarm)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56462);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48204);





/**
 * Sends it to each channel of the team that takes its severity, once. A text for everybody would need an incident.
 * @returns the channels that it did not reach
 */
async function sendAlarm(channels, { key, severity, headline, lines, url }, ctx) {
    const team = channels.filter(({ entry }) => entry.audience === 'internal' && entry.severities.includes(severity));
    const line = (text) => ({ text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(text)), from: [] });
    const failed = await Promise.all(team.map(async ({ entry, adapter }) => {
        const message = {
            ...{ key: `rewind/${key}/opened/${entry.id}`, incident: key, phase: 'opened', severity, url },
            ...{ audience: entry.audience, at: ctx.clock.now().toISOString() },
            ...{ headline: line(headline), lines: lines.map(line) },
        };
        const delivery = { message, unsureSince: null, first: null, deadlineMs: _send_js__WEBPACK_IMPORTED_MODULE_2__/* .DELIVERY_MS */ .ah };
        try {
            await adapter.send(entry, delivery, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .u)((0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, entry.id), _send_js__WEBPACK_IMPORTED_MODULE_2__/* .DELIVERY_MS */ .ah));
            return [];
        }
        catch (error) {
            return [{ channel: entry.id, error: (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error) }];
        }
    }));
    return failed.flat();
}


/***/ })

};
