export const id = 8962;
export const ids = [8962];
export const modules = {

/***/ 18962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alarmsApi: () => (/* binding */ alarmsApi)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36754);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59599);



/** @throws RewindError credential-missing */
async function alarmsApi(ctx, region) {
    const service = {
        name: 'CLOUDWATCH',
        prefix: 'monitoring',
        iam: 'cloudwatch',
        version: '2010-08-01',
        onlyPost: true,
    };
    const cloudwatch = await (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryApi */ .JO)(ctx, { ...service, region });
    return {
        alarms: async (names) => {
            const parameters = {
                ...(0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('AlarmNames.member', names),
                ...(0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('AlarmTypes.member', ['MetricAlarm', 'CompositeAlarm']),
            };
            const pages = await all(ctx, cloudwatch, 'DescribeAlarms', parameters, 'read the alarms');
            return pages.flatMap((page) => ['MetricAlarms', 'CompositeAlarms'].flatMap((list) => members(page, list)).map((found) => alarmOf(ctx, found)));
        },
        mutedBy: async (alarm) => {
            const parameters = { AlarmName: alarm, ...(0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('Statuses.member', ['ACTIVE']) };
            const pages = await all(ctx, cloudwatch, 'ListAlarmMuteRules', parameters, 'read the mute rules');
            const [first] = pages.flatMap((page) => members(page, 'AlarmMuteRuleSummaries'));
            return first === undefined ? null : ((0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(first, 'AlarmMuteRuleArn') ?? 'a mute rule');
        },
        confirmed: async (topic) => {
            const own = topic.split(':')[3] ?? region;
            const sns = await (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryApi */ .JO)(ctx, {
                name: 'SNS',
                prefix: 'sns',
                version: '2010-03-31',
                region: own,
                onlyPost: true,
            });
            const parameters = { TopicArn: topic };
            const pages = await all(ctx, sns, 'ListSubscriptionsByTopic', parameters, 'read the subscriptions of a topic');
            const subscriptions = pages.flatMap((page) => members(page, 'Subscriptions'));
            // In place of an ARN stands "PendingConfirmation" or "Deleted".
            return subscriptions.filter((each) => (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(each, 'SubscriptionArn')?.startsWith('arn:') === true).length;
        },
    };
}
/** More pages than any list here has. */
const MOST_PAGES = 50;
async function all(ctx, api, action, parameters, what) {
    const pages = [];
    let token;
    do {
        const page = await api.send(action, { ...parameters, NextToken: token }, { what });
        pages.push(page);
        token = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(page, 'NextToken') || undefined;
    } while (token !== undefined && pages.length < MOST_PAGES);
    if (token === undefined)
        return pages;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', `AWS answered "${what}" with pages without an end.`, {
        resource: ctx.resource,
    });
}
const members = (parent, list) => (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)((0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(parent, list) ?? { name: list, text: '', children: [] }, 'member');
function alarmOf(ctx, found) {
    const [name, state] = [(0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(found, 'AlarmName'), (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(found, 'StateValue')];
    if (name === undefined || (state !== 'OK' && state !== 'ALARM' && state !== 'INSUFFICIENT_DATA')) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', 'CloudWatch described an alarm without its name or its state.', {
            resource: ctx.resource,
        });
    }
    return {
        name,
        state,
        actionsEnabled: (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(found, 'ActionsEnabled') === 'true',
        actions: members(found, 'AlarmActions').map(({ text }) => text),
        evaluation: (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(found, 'EvaluationState') || null,
    };
}


/***/ })

};
