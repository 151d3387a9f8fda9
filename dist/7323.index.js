export const id = 7323;
export const ids = [7323];
export const modules = {

/***/ 87323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillPage: () => (/* binding */ drillPage)
});

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/report/drill.js
var drill = __webpack_require__(29943);
// EXTERNAL MODULE: ./lib/engine/drill-record.js
var drill_record = __webpack_require__(44753);
;// CONCATENATED MODULE: ./lib/report/html/drill-chart.js

const QUIET = { silent: true, animation: false, emphasis: { disabled: true } };
const TEXT = { color: 'var(--muted)', fontSize: 13 };
const minutes = (ms) => Math.round(ms / 600) / 100;
/** RTO as bars in the colour of the verdict, RPO as a line on an axis of its own, targets dashed. Pure. */
function trendOption(drills) {
    const last = drills.at(-1);
    const target = (value) => ({
        ...QUIET,
        symbol: 'none',
        lineStyle: { color: 'var(--usual)', type: 'dashed', width: 1.5 },
        label: { show: false },
        data: value == null ? [] : [{ yAxis: value }],
    });
    const axis = (name) => ({
        type: 'value',
        name,
        nameTextStyle: TEXT,
        splitNumber: 3,
        axisLabel: TEXT,
        splitLine: { lineStyle: { color: 'var(--line)' } },
    });
    return {
        animation: false,
        grid: { left: 56, right: 56, top: 34, bottom: 30 },
        xAxis: {
            type: 'category',
            data: drills.map(({ startedAt }) => startedAt.slice(0, 10)),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: 'var(--line)' } },
            axisLabel: { ...TEXT, hideOverlap: true },
        },
        yAxis: [axis('RTO, min'), axis('RPO, min')],
        series: [
            {
                ...QUIET,
                type: 'bar',
                barMaxWidth: 28,
                markLine: target(last?.targets.rtoMinutes),
                data: drills.map(({ checks, rtoMs, verdict }) => ({
                    value: (0,drill_record/* hasRestored */.R_)(checks) ? minutes(rtoMs) : null,
                    itemStyle: { color: verdict === 'passed' ? 'var(--good)' : 'var(--bad)', opacity: 0.75 },
                })),
            },
            {
                ...QUIET,
                type: 'line',
                yAxisIndex: 1,
                markLine: target(last?.targets.rpoMinutes),
                lineStyle: { color: 'var(--accent)', width: 2 },
                itemStyle: { color: 'var(--accent)' },
                data: drills.map(({ rpoMs }) => (rpoMs === null ? null : minutes(rpoMs))),
            },
        ],
    };
}

// EXTERNAL MODULE: ./lib/report/html/markup.js + 2 modules
var markup = __webpack_require__(96666);
// EXTERNAL MODULE: ./lib/report/html/style.js
var style = __webpack_require__(89295);
;// CONCATENATED MODULE: ./lib/report/html/drill.js





const HEIGHT = 220;
const TONES = {
    passed: 'good',
    failed: 'bad',
    unverified: 'warn',
    'target-missed': 'bad',
};
/** One file without scripts or external resources. */
async function drillPage(facts) {
    const { record, notes } = facts;
    return (0,markup/* html */.qy) `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Drill ${drill/* VERDICT_WORDS */._G[record.verdict]}: ${record.environment}</title>
        <style>
          ${(0,markup/* raw */.lS)(style/* STYLE */.Y)}
        </style>
      </head>
      <body>
        <main>
          ${hero(facts)} ${checks(facts)} ${times(record)} ${await trend(facts)}
          ${(0,markup/* section */.uW)('notes', 'Also', [
        notes.length === 0
            ? markup/* NOTHING */.K$
            : (0,markup/* html */.qy) `<ul>
                  ${notes.map((one) => (0,markup/* html */.qy) `<li>${one}</li>`)}
                </ul>`,
    ])}
          <footer>Drill <code>${record.id}</code>.</footer>
        </main>
      </body>
    </html> `.toString();
}
function hero({ record }) {
    const tile = (name, value) => (0,markup/* html */.qy) `<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
    return (0,markup/* html */.qy) `<header class="hero ${TONES[record.verdict]}">
    <p class="eyebrow">${record.kind} of ${record.environment}, ${record.startedAt.slice(0, 10)}</p>
    <h1>Drill ${drill/* VERDICT_WORDS */._G[record.verdict]}</h1>
    <p class="lead">${(0,drill/* drillTitle */.Qf)({ record })}</p>
    <p>${(0,drill/* rtoText */.FF)(record)}</p>
    <p>${(0,drill/* rpoText */.nC)(record)}</p>
    <dl class="tiles">
      ${[
        tile('Recovery time', (0,drill/* recoveryTime */.DG)(record)),
        tile('Wait for approval', record.waitMs === null ? 'not measured' : (0,drill/* lasting */.nS)(record.waitMs)),
        tile('Recovery point', record.rpoMs === null ? 'not known' : (0,progress/* age */.KW)(record.rpoMs)),
        tile('Rows since', record.rowsSince === null ? 'not known' : (0,drill/* rowsText */.Xs)(record.rowsSince)),
    ]}
    </dl>
  </header>`;
}
const BADGES = { passed: 'good', failed: 'bad', unverified: 'warn', 'not-configured': 'none' };
const checks = ({ checks: all }) => (0,markup/* section */.uW)('checks', 'Checks', [
    (0,markup/* table */.tp)('Checks', ['Result', 'Resource', 'Check', 'Found'], all.map(({ outcome, resource, title, findings }) => [
        (0,markup/* html */.qy) `<span class="badge ${BADGES[outcome]}">${drill/* OUTCOME_WORDS */.nx[outcome]}</span>`,
        resource,
        title,
        findings.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim()).join(' '),
    ])),
]);
const times = ({ phases }) => (0,markup/* section */.uW)('times', 'Time by phase', [
    (0,markup/* table */.tp)('Time by phase', ['Phase', 'Took'], phases.map(({ name, ms }) => [name, (0,drill/* lasting */.nS)(ms)]), 'numbers'),
]);
/** The chart needs two points. Each number in it stands in the table. */
async function trend(facts) {
    const all = [...facts.earlier, facts.record];
    const figure = all.length < 2
        ? markup/* NOTHING */.K$
        : (0,markup/* html */.qy) `<figure role="img" aria-label="Recovery time and recovery point of the last drills, in minutes">
          ${(0,markup/* raw */.lS)((await Promise.all(/* import() */[__webpack_require__.e(5228), __webpack_require__.e(3122)]).then(__webpack_require__.bind(__webpack_require__, 3122))).drawn(HEIGHT, trendOption(all)))}
        </figure>`;
    return (0,markup/* section */.uW)('history', 'The last drills', [figure, (0,markup/* table */.tp)('The last drills', drill/* HISTORY_HEAD */.eB, (0,drill/* historyRows */.U4)(facts))]);
}


/***/ }),

/***/ 96666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K$: () => (/* binding */ NOTHING),
  KQ: () => (/* binding */ dateTime),
  qy: () => (/* binding */ markup_html),
  nf: () => (/* binding */ markup_link),
  lS: () => (/* reexport */ raw),
  uW: () => (/* binding */ section),
  tp: () => (/* binding */ table),
  nR: () => (/* binding */ timeOf)
});

;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/html.js
//#region src/utils/html.ts
/**
* @module
* HTML utility.
*/
const HtmlEscapedCallbackPhase = {
	Stringify: 1,
	BeforeStream: 2,
	Stream: 3
};
const raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
const escapeRe = /[&<>'"]/;
const stringBufferToString = async (buffer, callbacks) => {
	let str = "";
	callbacks ||= [];
	const resolvedBuffer = await Promise.all(buffer);
	for (let i = resolvedBuffer.length - 1;; i--) {
		str += resolvedBuffer[i];
		i--;
		if (i < 0) break;
		let r = resolvedBuffer[i];
		if (r == null || typeof r === "boolean") continue;
		if (typeof r === "number") {
			str += r;
			continue;
		}
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		const isEscaped = r.isEscaped;
		r = await (typeof r === "object" ? r.toString() : r);
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		if (r.isEscaped ?? isEscaped) str += r;
		else {
			const buf = [str];
			escapeToBuffer(r, buf);
			str = buf[0];
		}
	}
	return raw(str, callbacks);
};
const escapeToBuffer = (str, buffer) => {
	const match = str.search(escapeRe);
	if (match === -1) {
		buffer[0] += str;
		return;
	}
	let escape;
	let index;
	let lastIndex = 0;
	for (index = match; index < str.length; index++) {
		switch (str.charCodeAt(index)) {
			case 34:
				escape = "&quot;";
				break;
			case 39:
				escape = "&#39;";
				break;
			case 38:
				escape = "&amp;";
				break;
			case 60:
				escape = "&lt;";
				break;
			case 62:
				escape = "&gt;";
				break;
			default: continue;
		}
		buffer[0] += str.substring(lastIndex, index) + escape;
		lastIndex = index + 1;
	}
	buffer[0] += str.substring(lastIndex, index);
};
const resolveCallbackSync = (str) => {
	const callbacks = str.callbacks;
	if (!callbacks?.length) return str;
	const buffer = [str];
	const context = {};
	callbacks.forEach((c) => c({
		phase: HtmlEscapedCallbackPhase.Stringify,
		buffer,
		context
	}));
	return buffer[0];
};
const resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	if (preserveCallbacks) return raw(await resStr, callbacks);
	else return resStr;
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/helper/html/index.js

//#region src/helper/html/index.ts
/**
* @module
* html Helper for Hono.
*/
const html = (strings, ...values) => {
	const buffer = [""];
	for (let i = 0, len = strings.length - 1; i < len; i++) {
		buffer[0] += strings[i];
		const children = Array.isArray(values[i]) ? values[i].flat(Infinity) : [values[i]];
		for (let i = 0, len = children.length; i < len; i++) {
			const child = children[i];
			if (typeof child === "string") escapeToBuffer(child, buffer);
			else if (typeof child === "number") buffer[0] += child;
			else if (typeof child === "boolean" || child === null || child === void 0) continue;
			else if (typeof child === "object" && child.isEscaped) {
				if (child.callbacks) buffer.unshift("", child);
				else {
					const tmp = child.toString();
					if (tmp instanceof Promise) buffer.unshift("", tmp);
					else buffer[0] += tmp;
				}
			} else if (child instanceof Promise) buffer.unshift("", child);
			else escapeToBuffer(child.toString(), buffer);
		}
	}
	buffer[0] += strings.at(-1);
	return buffer.length === 1 ? "callbacks" in buffer ? raw(resolveCallbackSync(raw(buffer[0], buffer.callbacks))) : raw(buffer[0]) : stringBufferToString(buffer, buffer.callbacks);
};
//#endregion


// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/html/markup.js


/** HTML from a template. Each text in it is escaped, and its control characters are visible. */
function markup_html(strings, ...values) {
    const parts = strings.map(withoutIndent);
    const markup = html(Object.assign(parts, { raw: parts }), ...values.map(inert));
    if (markup instanceof Promise)
        throw new Error('a part of the report is a promise');
    return markup;
}
/** A report of 300 changes would be a fifth larger with the indentation of the templates. */
const withoutIndent = (part) => part.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');
/** Only for text that this program made and that is markup. */

function inert(value) {
    if (typeof value === 'string')
        return (0,runtime_text/* visible */.RK)(value);
    return Array.isArray(value)
        ? value.map((one) => (typeof one === 'string' ? (0,runtime_text/* visible */.RK)(one) : one))
        : value;
}
const NOTHING = raw('');
/** A section with a heading; nothing without a body. @param id its anchor */
function section(id, title, body) {
    const parts = body.filter((part) => part.toString() !== '');
    return parts.length === 0
        ? NOTHING
        : markup_html `<section id="${id}" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        ${parts}
      </section>`;
}
/** A table that becomes a list of cards on a phone. The explicit roles keep it a table for a screen reader. */
function table(label, head, rows, style = '') {
    const cells = (row) => row.map((one, index) => markup_html `<td role="cell" data-label="${head[index] ?? ''}">${one}</td>`);
    return markup_html `<table role="table" class="${style}" aria-label="${label}">
    <thead role="rowgroup">
      <tr role="row">
        ${head.map((one) => markup_html `<th role="columnheader" scope="col">${one}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => markup_html `<tr role="row">
            ${cells(row)}
          </tr>`)}
    </tbody>
  </table>`;
}
/** Text with `words` as a link; only the words if the address is none of the web. */
function markup_link(words, url) {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    return parsed === null || !/^https?:$/.test(parsed.protocol)
        ? markup_html `${words}: ${url}`
        : markup_html `<a href="${parsed.href}" rel="noreferrer">${words}</a>`;
}
/** "2026-11-26 03:04:05", UTC; "unknown" for what is no time. */
const dateTime = (at) => Number.isNaN(new Date(at).getTime()) ? 'unknown' : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
/** "03:04:05", UTC. */
const timeOf = (at) => new Date(at).toISOString().slice(11, 19);


/***/ }),

/***/ 89295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ STYLE)
/* harmony export */ });
/** Light, dark, phone and paper. Colours have a contrast of at least 4.5 on their ground. */
const STYLE = `
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--fg:#1b1f24;--muted:#57606a;--line:#d8dee4;--soft:#f0f2f5;--accent:#0b5fcc;
--good:#116329;--bad:#b00f1b;--warn:#7a4900;--good-bg:#e3f5e8;--bad-bg:#fde8e8;--warn-bg:#fff3d6;--changes:#e4e8ee;--usual:#6b7280}
@media(prefers-color-scheme:dark){:root{--bg:#0d1117;--card:#161b22;--fg:#e6edf3;--muted:#9da7b3;--line:#30363d;--soft:#1f262e;--accent:#6cb0ff;
--good:#56d364;--bad:#ff8a84;--warn:#f0b84a;--good-bg:#12301c;--bad-bg:#3c1618;--warn-bg:#35270a;--changes:#2a323c;--usual:#a5b0bd}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
h1{font-size:2.1rem;line-height:1.2;margin:.2rem 0 .6rem;letter-spacing:-.015em}
h2{font-size:1.2rem;margin:0 0 .9rem}h3{font-size:1rem;margin:0}.areas h3::first-letter{text-transform:uppercase}
p{margin:0 0 .6rem;overflow-wrap:anywhere}a{color:var(--accent)}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--soft);padding:.12em .35em;border-radius:5px;overflow-wrap:anywhere}
section,.hero{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.4rem 1.5rem;margin:0 0 1.1rem}
.hero{border-top:6px solid var(--tone)}.good{--tone:var(--good);--ground:var(--good-bg)}.bad{--tone:var(--bad);--ground:var(--bad-bg)}.warn{--tone:var(--warn);--ground:var(--warn-bg)}.none{--tone:var(--muted);--ground:var(--soft)}
.eyebrow{color:var(--muted);font-size:.9rem;margin:0}.lead{font-size:1.08rem;max-width:58rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.1rem 0 0;padding:0}
.tiles div{background:var(--soft);border-radius:10px;padding:.7rem .9rem}.tiles dt{color:var(--muted);font-size:.85rem}.tiles dd{margin:0;font-size:1.35rem;font-weight:650;line-height:1.3}.tiles .tone{color:var(--tone)}
.badge{display:inline-block;white-space:nowrap;border-radius:999px;padding:.1rem .6rem;font-size:.82rem;font-weight:600;color:var(--tone);background:var(--ground)}
.facts{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
.facts li{border-left:4px solid var(--tone);background:var(--ground);border-radius:0 8px 8px 0;padding:.6rem .9rem;overflow-wrap:anywhere}
.facts strong{color:var(--tone)}.facts p{margin:.25rem 0 0}.facts .how{font-size:.93rem}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem;margin:0}.pairs dt{color:var(--muted)}.pairs dd{margin:0;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:0 1.1rem}
.cols{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.1rem}
.area{display:flex;gap:.6rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap}
.areas{list-style:none;margin:0 0 1.1rem;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.75rem}
.areas li,.probe{border:1px solid var(--line);border-radius:10px;padding:.75rem .95rem}.areas p{margin:.3rem 0 0;color:var(--muted);font-size:.9rem}
figure{margin:.6rem 0 .3rem}figure svg{display:block;width:100%;height:auto;font-family:inherit}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;color:var(--muted);font-size:.85rem;margin:0 0 1rem;padding:0;list-style:none}
.legend i{display:inline-block;width:1.1rem;height:.7rem;margin-right:.4rem;border-radius:2px;vertical-align:baseline}
.legend .l1{border-top:2px solid var(--accent);height:.25rem;border-radius:0}.legend .l2{background:var(--bad);opacity:.4}.legend .l3{border-top:2px dashed var(--usual);height:.25rem;border-radius:0}.legend .l4{background:var(--changes)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th{color:var(--muted);font-weight:600;font-size:.82rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}tbody tr:last-child td{border-bottom:0}
td small,li small{display:block;color:var(--muted);font-size:.82rem}.lines{white-space:pre-wrap}
.numbers th,.numbers td{overflow-wrap:normal;padding:.4rem .45rem}.numbers td:not(:first-child),.numbers th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums}
.time td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}.time td:nth-child(3){width:32%}.time td:last-child,.time th:last-child{white-space:nowrap}
.bar{display:block;height:.75rem;border-radius:3px;background:var(--accent);min-width:3px}.track{display:block;background:var(--soft);border-radius:3px;margin:.35rem 0}
details{margin-top:.4rem}summary{cursor:pointer;color:var(--accent);font-size:.88rem}
.todo{list-style:none;margin:0;padding:0;display:grid;gap:.55rem}.todo li{display:grid;grid-template-columns:1.4rem 1fr;gap:.5rem;overflow-wrap:anywhere}
.todo li::before{content:"";width:1.05rem;height:1.05rem;border:2px solid var(--muted);border-radius:4px;margin-top:.25rem}
footer{color:var(--muted);font-size:.85rem;overflow-wrap:anywhere}
@media(max-width:46rem){main{padding:.75rem .7rem 2rem}section,.hero{padding:1rem;border-radius:12px}h1{font-size:1.6rem}
.pairs{grid-template-columns:1fr;gap:0}.pairs dd{margin-bottom:.5rem}
table:not(.numbers),table:not(.numbers) tbody,table:not(.numbers) tr,table:not(.numbers) td{display:block;width:auto!important}table:not(.numbers) thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
table:not(.numbers) tr{border:1px solid var(--line);border-radius:10px;padding:.5rem .75rem;margin-bottom:.6rem}table:not(.numbers) td{border:0;padding:.2rem 0}
table:not(.numbers) td:not(:empty)::before{content:attr(data-label);display:block;color:var(--muted);font-size:.78rem}table:not(.numbers) td:empty,table.time td:not(:empty)::before{display:none}
th,td{padding:.35rem .4rem}.numbers{font-size:.84rem}}
@media print{@page{margin:14mm}:root{color-scheme:light;--bg:#fff;--card:#fff;--fg:#000;--muted:#444;--line:#bbb;--soft:#f3f3f3;--accent:#0b4fa8;--good:#14642b;--bad:#a80f1a;--warn:#6b4100;--good-bg:#eef8f0;--bad-bg:#fdeeee;--warn-bg:#fff7e3;--changes:#e4e8ee;--usual:#555}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{font-size:10.5pt}main{max-width:none;padding:0}section,.hero{border-radius:6px;padding:10pt 12pt;margin-bottom:9pt}h1{font-size:20pt}
h2{break-after:avoid}tr,li,.probe,figure,.hero{break-inside:avoid}details{display:none}.numbers{font-size:8.5pt}.numbers th{font-size:7.5pt}.pair{display:block}.tiles{grid-template-columns:repeat(5,1fr);gap:6pt}.tiles dd{font-size:13pt}.tiles dt{font-size:8pt}thead{display:table-header-group}.cols{grid-template-columns:1fr 1fr;gap:8pt}
a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;color:var(--muted);overflow-wrap:anywhere}}
`;


/***/ })

};
