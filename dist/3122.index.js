export const id = 3122;
export const ids = [3122];
export const modules = {

/***/ 3122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chartOption: () => (/* binding */ chartOption),
/* harmony export */   chartSvg: () => (/* binding */ chartSvg),
/* harmony export */   drawn: () => (/* binding */ drawn)
/* harmony export */ });
/* harmony import */ var echarts_charts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47670);
/* harmony import */ var echarts_charts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35478);
/* harmony import */ var echarts_components__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87628);
/* harmony import */ var echarts_components__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24036);
/* harmony import */ var echarts_components__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74814);
/* harmony import */ var echarts_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90354);
/* harmony import */ var echarts_core__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54321);
/* harmony import */ var echarts_renderers__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9833);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96666);





/** Loaded only for a report with samples: it costs a quarter of a second. */
(0,echarts_core__WEBPACK_IMPORTED_MODULE_1__/* .use */ .Y)([echarts_charts__WEBPACK_IMPORTED_MODULE_2__/* .install */ .a, echarts_charts__WEBPACK_IMPORTED_MODULE_3__/* .install */ .a, echarts_components__WEBPACK_IMPORTED_MODULE_4__/* .install */ .a, echarts_components__WEBPACK_IMPORTED_MODULE_5__/* .install */ .a, echarts_components__WEBPACK_IMPORTED_MODULE_6__/* .install */ .a, echarts_renderers__WEBPACK_IMPORTED_MODULE_7__/* .install */ .a]);
/** The SVG scales with its card; text is as large as on the page at this width. */
const WIDTH = 520;
/** A statement is true or false: its bars need no height. */
const HEIGHT = { check: 190, count: 190, assertion: 90, alert: 90 };
const MARGINS = { left: 52, right: 12, top: 22, bottom: 30 };
/** An SVG without scripts; its colours are variables of the page. @param usualMs median before the deploy; null: unknown */
const chartSvg = (kind, cells, usualMs) => drawn(HEIGHT[kind], chartOption(kind, cells, usualMs));
/** Draws an option as an SVG that scales with its card. */
function drawn(height, option) {
    const chart = (0,echarts_core__WEBPACK_IMPORTED_MODULE_8__/* .init */ .Ts)(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
    try {
        chart.setOption(option);
        const svg = chart.renderToSVGString();
        return svg
            .replace(/ width="\d+" height="\d+"/, ' aria-hidden="true"')
            .replace(/ (class="zr\d+-cls-\d+"|pointer-events="visible"|ecmeta_\w+="[^"]*")/g, '')
            .replace(/<style[\s\S]*?<\/style>/g, '')
            .replace(/font-family:[^;"]*;?/g, '');
    }
    finally {
        // Else Node never exits.
        chart.dispose();
    }
}
const QUIET = { silent: true, animation: false, emphasis: { disabled: true } };
const TEXT = { color: 'var(--muted)', fontSize: 13 };
/** Pure. Each number in it stands in the table beneath the chart, too. */
function chartOption(kind, cells, usualMs) {
    const changes = cells.filter(({ phase }) => phase === 'during').length;
    const marks = {
        markArea: {
            ...QUIET,
            itemStyle: { color: 'var(--changes)', opacity: 0.55 },
            label: { ...TEXT, position: 'top', distance: 4 },
            data: changes === 0 ? [] : [[{ name: 'changes', xAxis: 0 }, { xAxis: changes - 1 }]],
        },
        markLine: {
            ...QUIET,
            symbol: 'none',
            precision: 0,
            lineStyle: { color: 'var(--usual)', type: 'dashed', width: 1.5 },
            label: { show: false },
            data: usualMs === null ? [] : [{ yAxis: usualMs }],
        },
    };
    return {
        animation: false,
        grid: MARGINS,
        xAxis: {
            type: 'category',
            data: cells.map(({ at }) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at)),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: 'var(--line)' } },
            axisLabel: { ...TEXT, hideOverlap: true, interval: Math.max(0, Math.ceil(cells.length / 5) - 1) },
        },
        yAxis: yAxisOf(kind),
        series: kind === 'check' ? latency(cells, marks) : bars(kind, cells, marks),
    };
}
const yAxisOf = (kind) => ({
    type: 'value',
    ...(kind === 'check' ? { name: 'ms' } : kind === 'count' ? { name: 'events', minInterval: 1 } : { max: 1 }),
    nameTextStyle: { ...TEXT, align: 'right' },
    nameGap: 8,
    splitNumber: 3,
    show: kind === 'check' || kind === 'count',
    axisLabel: TEXT,
    splitLine: { lineStyle: { color: 'var(--line)' } },
});
/** The slowest response of each cell as a line; a cell with a failure is a band over the whole height. */
function latency(cells, marks) {
    const top = Math.max(1, ...cells.map(({ slowestMs }) => slowestMs ?? 0));
    return [
        {
            ...QUIET,
            type: 'bar',
            barWidth: '100%',
            itemStyle: { color: 'var(--bad)', opacity: 0.3 },
            data: cells.map(({ bad }) => (bad > 0 ? top : null)),
        },
        {
            ...QUIET,
            ...marks,
            type: 'line',
            showSymbol: cells.length < 3,
            lineStyle: { color: 'var(--accent)', width: 2 },
            itemStyle: { color: 'var(--accent)' },
            areaStyle: { color: 'var(--accent)', opacity: 0.12 },
            data: cells.map(({ slowestMs }) => slowestMs),
        },
    ];
}
/** Bad events stand on the axis, good ones on them; a statement or an alarm is a bar of its colour. */
function bars(kind, cells, marks) {
    const [bad, good] = kind === 'count'
        ? [
            cells.map(({ events }) => events?.bad ?? 0),
            cells.map(({ events }) => (events?.total ?? 0) - (events?.bad ?? 0)),
        ]
        : [cells.map(({ bad: of }) => (of > 0 ? 1 : 0)), cells.map(({ bad: of }) => (of > 0 ? 0 : 0.35))];
    const bar = { ...QUIET, type: 'bar', stack: 'events', barMaxWidth: 28 };
    return [
        { ...bar, ...marks, itemStyle: { color: 'var(--bad)' }, data: bad },
        { ...bar, itemStyle: { color: 'var(--good)', opacity: 0.75 }, data: good },
    ];
}


/***/ })

};
