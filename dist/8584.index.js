export const id = 8584;
export const ids = [8584];
export const modules = {

/***/ 38584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hourlyRequests: () => (/* binding */ hourlyRequests)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36754);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59599);



/** CloudFront's metrics are in this region only. */
const REGION = 'us-east-1';
const HOUR_SECONDS = 3600;
/** More pages count as broken paging. */
const MAX_PAGES = 50;
/**
 * The requests to a CloudFront distribution in each hour. An hour without a value is left out.
 * @param from and `to`: full hours
 * @throws AwsFailure, HttpFailure; RewindError api-unexpected-answer where CloudWatch did not return all values
 */
async function hourlyRequests(ctx, distribution, from, to) {
    const api = await (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryApi */ .JO)(ctx, {
        name: 'CLOUDWATCH',
        prefix: 'monitoring',
        iam: 'cloudwatch',
        version: '2010-08-01',
        region: REGION,
    });
    const what = `read the requests to distribution ${distribution}`;
    const incomplete = (why) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', `CloudWatch did not return all values of ${distribution}: ${why}.`);
    const metric = 'MetricDataQueries.member.1.MetricStat';
    const values = [];
    let next;
    for (let page = 0; page < MAX_PAGES; page += 1) {
        const answer = await api.send('GetMetricData', {
            'MetricDataQueries.member.1.Id': 'requests',
            [`${metric}.Metric.Namespace`]: 'AWS/CloudFront',
            [`${metric}.Metric.MetricName`]: 'Requests',
            [`${metric}.Metric.Dimensions.member.1.Name`]: 'DistributionId',
            [`${metric}.Metric.Dimensions.member.1.Value`]: distribution,
            [`${metric}.Metric.Dimensions.member.2.Name`]: 'Region',
            [`${metric}.Metric.Dimensions.member.2.Value`]: 'Global',
            [`${metric}.Period`]: String(HOUR_SECONDS),
            [`${metric}.Stat`]: 'Sum',
            StartTime: from.toISOString(),
            EndTime: to.toISOString(),
            ScanBy: 'TimestampAscending',
            NextToken: next,
        }, { what });
        const [result] = members(answer, 'MetricDataResults');
        const status = result === undefined ? 'no result' : ((0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(result, 'StatusCode') ?? 'no status');
        const token = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(answer, 'NextToken');
        next = token === '' ? undefined : token;
        // A page that continues is partial by its nature.
        if (status !== 'Complete' && !(status === 'PartialData' && next !== undefined))
            throw incomplete(status);
        const times = result === undefined ? [] : members(result, 'Timestamps');
        const sums = result === undefined ? [] : members(result, 'Values');
        if (times.length !== sums.length)
            throw incomplete(`${times.length} times for ${sums.length} values`);
        times.forEach(({ text }, index) => {
            const one = { at: Date.parse(text), requests: Number(sums[index]?.text) };
            if (!Number.isFinite(one.at) || !Number.isFinite(one.requests))
                throw incomplete('a value is not a number');
            values.push(one);
        });
        if (next === undefined)
            return values;
    }
    throw incomplete(`more than ${MAX_PAGES} pages`);
}
const members = (parent, name) => {
    const list = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(parent, name);
    return list === undefined ? [] : (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(list, 'member');
};


/***/ })

};
