export const id = 4959;
export const ids = [4959];
export const modules = {

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

/***/ 94959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  htmlReport: () => (/* binding */ htmlReport)
});

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/report/outcome.js
var outcome = __webpack_require__(65102);
// EXTERNAL MODULE: ./lib/report/verdict.js
var verdict = __webpack_require__(60975);
// EXTERNAL MODULE: ./lib/report/areas.js
var areas = __webpack_require__(24408);
;// CONCATENATED MODULE: ./lib/report/html/cells.js

/** Cells of a chart during the changes, and after the verification. */
const CELLS = { during: 30, after: 60 };
const cellsOfProbe = ({ during, after, }) => [...cellsIn('during', during.samples), ...cellsIn('after', after.samples)];
const cellsIn = (phase, samples) => (0,verdict/* cellsOf */.nc)(samples, CELLS[phase]).map((cell) => {
    const timed = cell.some((one) => one.kind === 'check' && one.latencyMs !== undefined);
    const counts = cell.flatMap((one) => (one.kind === 'count' ? [one] : []));
    const sum = (of) => counts.reduce((all, one) => all + of(one), 0);
    return {
        phase,
        at: cell[0]?.at ?? 0,
        samples: cell.length,
        bad: cell.filter(verdict/* isBad */.e2).length,
        slowestMs: timed ? Math.round((0,verdict/* slowestOf */.xM)(cell)) : null,
        events: counts.length === 0 ? null : { bad: sum(({ bad }) => bad), total: sum(({ total }) => total) },
    };
});
/** A phase without a sample is left out. @param before the baseline of the snapshot; null: none */
function phasesOf(before, { during, after }) {
    return [
        ...(before === null ? [] : [{ phase: 'Before the deploy', ...baselineFigures(before) }]),
        { phase: 'During the changes', ...(0,verdict/* figuresOf */.h5)(during.samples) },
        { phase: 'After them', ...(0,verdict/* figuresOf */.h5)(after.samples) },
    ].filter(({ samples }) => samples > 0);
}
function baselineFigures({ kind, samples, failures, latencies, windows }) {
    const sum = (of) => windows.reduce((all, one) => all + of(one), 0);
    const events = kind === 'count' ? { bad: sum(({ bad }) => bad), total: sum(({ total }) => total) } : null;
    const bad = kind === 'count' ? windows.filter((one) => one.bad > 0).length : failures;
    return { samples, bad, median: (0,verdict/* quantile */.YV)(latencies, 0.5), p95: (0,verdict/* quantile */.YV)(latencies, 0.95), events };
}

// EXTERNAL MODULE: ./lib/report/html/markup.js + 2 modules
var markup = __webpack_require__(96666);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/html/areas.js





const TONES = {
    recovered: 'good',
    'not-recovered': 'bad',
    inconclusive: 'warn',
    'not-watched': 'none',
};
/** Each part of the system, with a chart of each probe; nothing without probes. */
async function areasSection(watched) {
    if (watched === null)
        return markup/* NOTHING */.K$;
    const lead = watched.minutes === 0
        ? markup/* NOTHING */.K$
        : (0,markup/* html */.qy) `<p>Watched for ${(0,runtime_text/* plural */.LS)(watched.minutes, 'minute')} after the verification, ${(0,areas/* comparedWith */.o3)(watched)}.</p>`;
    const cards = watched.areas.map((one) => (0,markup/* html */.qy) `<li>
        <div class="area">
          <h3>${one.area}</h3>
          <span class="badge ${TONES[one.state]}">${areas/* WORDS */.q9[one.state]}</span>
        </div>
        <p>${(0,areas/* whyOf */.gf)(one, watched)}</p>
      </li>`);
    const failures = ({ during, after }) => [...during.samples, ...after.samples].some(verdict/* isBad */.e2) ? 1 : 0;
    const seen = watched.series
        .filter(({ during, after }) => during.samples.length + after.samples.length > 0)
        .sort((a, b) => failures(b) - failures(a));
    return (0,markup/* section */.uW)('areas', 'Has production recovered?', [
        lead,
        (0,markup/* html */.qy) `<ul class="areas">
      ${cards}
    </ul>`,
        seen.length === 0 ? markup/* NOTHING */.K$ : await charts(seen),
    ]);
}
async function charts(probes) {
    const { chartSvg } = await Promise.all(/* import() */[__webpack_require__.e(5228), __webpack_require__.e(3122)]).then(__webpack_require__.bind(__webpack_require__, 3122));
    const items = [
        ['l1', 'slowest response'],
        ['l2', 'a failure'],
        ['l3', 'usual before the deploy (median)'],
        ['l4', 'during the changes'],
    ];
    const legend = items.map(([style, words]) => (0,markup/* html */.qy) `<li><i class="${style}"></i>${words}</li>`);
    const cards = probes.map((probe) => {
        const cells = cellsOfProbe(probe);
        const phases = phasesOf(probe.before, probe);
        const usual = phases.find(({ phase }) => phase === 'Before the deploy')?.median ?? null;
        return card(probe, cells, phases, (0,markup/* raw */.lS)(chartSvg(probe.after.probe.kind, cells, usual)));
    });
    return (0,markup/* html */.qy) `<ul class="legend">
      ${legend}
    </ul>
    <div class="cols">${cards}</div>`;
}
/** A chart, and beneath it a table with its numbers. */
function card({ after }, cells, phases, svg) {
    const { id, area, kind } = after.probe;
    const why = (0,verdict/* lastFailure */.xW)(after);
    const failure = why === null ? markup/* NOTHING */.K$ : (0,markup/* html */.qy) `<p><small>Last failure: ${why}</small></p>`;
    return (0,markup/* html */.qy) `<div class="probe">
    <div class="area">
      <h3>${id}</h3>
      <span class="badge none">${area}</span>
    </div>
    <figure role="img" aria-label="${`${id} (${area}): ${(0,verdict/* seriesText */.L4)(after)}`}">${svg}</figure>
    ${phaseTable(id, kind, phases)}${failure}
    <details>
      <summary>Values of the chart</summary>
      ${cellTable(id, kind, cells)}
    </details>
  </div>`;
}
const dash = (value) => (value === null ? '–' : String(value));
/** A count of events has good and bad ones in each sample. */
const badHead = (kind) => (kind === 'count' ? ['Bad events', 'Good events'] : ['Bad']);
const badCells = (bad, events) => events === null ? [String(bad)] : [String(events.bad), String(events.total - events.bad)];
function phaseTable(id, kind, phases) {
    const head = ['When', 'Samples', ...badHead(kind), ...(kind === 'check' ? ['Median ms', 'p95 ms'] : [])];
    const rows = phases.map(({ phase, samples, bad, median, p95, events }) => [
        phase,
        String(samples),
        ...badCells(bad, events),
        ...(kind === 'check' ? [dash(median), dash(p95)] : []),
    ]);
    return (0,markup/* table */.tp)(`${id}: before, during and after`, head, rows, 'numbers');
}
function cellTable(id, kind, cells) {
    const head = ['From (UTC)', 'Samples', ...badHead(kind), ...(kind === 'check' ? ['Slowest ms'] : [])];
    const rows = cells.map(({ at, phase, samples, bad, slowestMs, events }) => [
        `${(0,markup/* dateTime */.KQ)(at)}${phase === 'during' ? ' (changes)' : ''}`,
        String(samples),
        ...badCells(bad, events),
        ...(kind === 'check' ? [dash(slowestMs)] : []),
    ]);
    return (0,markup/* table */.tp)(`${id}: values of the chart`, head, rows, 'numbers');
}

// EXTERNAL MODULE: ./lib/report/rollback-report.js + 1 modules
var rollback_report = __webpack_require__(20426);
;// CONCATENATED MODULE: ./lib/report/html/first.js




/** What a reader must know before anything else: what failed, what was lost, where the old data is. */
function firstSection(facts, unsigned) {
    const red = (0,outcome/* redFacts */.dv)(facts).map(({ title, lines, how }) => [
        'bad',
        title,
        ...lines.map(line),
        how === undefined ? markup/* NOTHING */.K$ : (0,markup/* html */.qy) `<p class="how">${how}</p>`,
    ]);
    const all = [...red, ...calm(facts, red), ...others(facts), ...keptObjects(facts), ...circumstances(facts, unsigned)];
    const list = all.map(([tone, title, ...rest]) => (0,markup/* html */.qy) `<li class="${tone}"><strong>${title}</strong>${rest}</li>`);
    return (0,markup/* section */.uW)('first', 'What happened', [
        (0,markup/* html */.qy) `<ul class="facts">
      ${list}
    </ul>`,
    ]);
}
const line = (text) => (0,markup/* html */.qy) `<p>${text}</p>`;
/** Said only of what is proven: each change made, production verified, and nothing left to a person. */
function calm(facts, red) {
    if (!facts.ok || red.length > 0 || facts.manual.length > 0)
        return [];
    if ((0,outcome/* doneOf */.as)(facts).length === 0)
        return [['none', 'No change was needed', line('Production had no difference that the plan covers.')]];
    return [['good', 'No failure, no loss', line('Each change of the plan was made, and nothing was given up.')]];
}
function others({ manual, earlier, written }) {
    return [
        ...(manual.length === 0
            ? []
            : [['warn', `Left to a person: ${(0,runtime_text/* plural */.LS)(manual.length, 'change')}`, line((0,outcome/* targets */.zV)(manual))]]),
        ...(earlier.length === 0
            ? []
            : [
                [
                    'none',
                    `Done by an earlier run of this plan: ${(0,runtime_text/* plural */.LS)(earlier.length, 'change')}`,
                    line((0,outcome/* targets */.zV)(earlier)),
                ],
            ]),
        ...(written.length === 0 ? [] : [['none', 'Written since', line(`${(0,rollback_report/* writtenText */.v4)(written)}.`)]]),
    ];
}
function keptObjects({ kept, undo, command }) {
    const objects = kept.map(({ what, since, name, drop }) => [
        'warn',
        `Kept: ${what}`,
        (0,markup/* html */.qy) `<p>
      It holds the data from before this run, since ${(0,markup/* dateTime */.KQ)(Date.parse(since))} UTC. When nobody needs it:
    </p>`,
        (0,markup/* html */.qy) `<p><code>${drop}</code></p>`,
        name === undefined ? markup/* NOTHING */.K$ : (0,markup/* html */.qy) `<p>or <code>${command(['recover', '--drop-database', name])}</code></p>`,
    ]);
    return undo === null ? objects : [...objects, ['none', 'It can be undone', (0,markup/* html */.qy) `<p><code>${undo}</code></p>`]];
}
const circumstances = ({ approval }, unsigned) => [
    ...(approval.skipped === null
        ? []
        : [['warn', 'A check of the approval was skipped', line(approval.skipped)]]),
    ...(unsigned === null
        ? []
        : [['warn', 'The snapshot is not signed', line(`It is unknown who made it: ${unsigned}.`)]]),
];
const KINDS = {
    reviewed: 'after a review',
    expedited: 'expedited, without the usual review',
    comment: 'by a comment that names the digest of the plan',
    digest: 'by typing the digest of the plan',
    none: 'no approval was required',
    'command line': 'on a command line',
    covered: 'by the approval of the mitigation, which covers its lift',
};
/** Who approved what, and when. */
function approvalSection({ approval, approved, live, timeline, reason, tookMs }) {
    const start = timeline.startedAt.getTime();
    const rows = [
        ['Requested by', approval.requestedBy],
        ['Approved by', approval.approvedBy.length === 0 ? 'nobody' : approval.approvedBy.join(', ')],
        ['How', KINDS[approval.kind]],
        ['Reason', reason ?? 'none given'],
        ['Plan made', `${(0,markup/* dateTime */.KQ)(Date.parse(approved.createdAt))} UTC`],
        ['Approved run began', `${(0,markup/* dateTime */.KQ)(start)} UTC`],
        ['notRead' in live ? 'Run ended' : 'Verification ended', `${(0,markup/* dateTime */.KQ)(start + tookMs)} UTC`],
        [
            'What was approved',
            (0,markup/* html */.qy) `${(0,runtime_text/* plural */.LS)(approved.changes.length, 'change')}, database: ${approved.database}, plan
        <code>${approved.digest.slice(0, 12)}</code>`,
        ],
    ];
    return (0,markup/* section */.uW)('approval', 'Who approved it', [
        (0,markup/* html */.qy) `<dl class="pairs">
      ${rows.map(([name, value]) => (0,markup/* html */.qy) `<dt>${name}</dt>
            <dd>${value}</dd>`)}
    </dl>`,
    ]);
}

// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/claim.js
var claim = __webpack_require__(22186);
// EXTERNAL MODULE: ./lib/report/incident.js
var incident = __webpack_require__(1550);
;// CONCATENATED MODULE: ./lib/report/html/sections.js







/** What happened when: the steps of this run, and what the record of the incident holds. */
function timelineSection({ timeline, approved }, entries) {
    const start = timeline.startedAt.getTime();
    const end = Math.max(1, ...timeline.entries.map(({ to }) => to));
    const percent = (ms) => ((100 * ms) / end).toFixed(1);
    const rows = [
        { at: Date.parse(approved.createdAt), cells: ['The plan was made', '', ''] },
        ...entries.map((entry) => ({
            at: Date.parse(entry.at),
            cells: [(0,markup/* html */.qy) `${(0,incident/* sentenceOf */.$N)(entry)}<small>incident record, by ${entry.by}</small>`, '', ''],
        })),
        ...timeline.entries.map(({ what, from, to }) => ({
            at: start + from,
            cells: [
                what,
                (0,markup/* html */.qy) `<span class="track"
          ><span
            class="bar"
            style="margin-left:${percent(Math.min(from, end * 0.99))}%;width:${percent(to - from)}%"
          ></span
        ></span>`,
                (0,progress/* seconds */.YA)((to - from) / 1000),
            ],
        })),
    ];
    const body = rows.sort((a, b) => a.at - b.at).map(({ at, cells }) => [(0,markup/* dateTime */.KQ)(at), ...cells]);
    return (0,markup/* section */.uW)('timeline', 'Timeline (UTC)', [
        (0,markup/* table */.tp)('Timeline', ['Time', 'What', 'Share of the run', 'Took'], body, 'time'),
    ]);
}
const STATUS = {
    done: { tone: 'good', word: 'done' },
    failed: { tone: 'bad', word: 'failed' },
    uncertain: { tone: 'bad', word: 'result unknown' },
    'not-begun': { tone: 'warn', word: 'not begun' },
};
/** Each change with what is now. */
function changesSection({ outcomes, earlier, live }) {
    const row = (status, change, took) => [
        (0,markup/* html */.qy) `<span class="badge ${STATUS[status].tone}">${STATUS[status].word}</span>`,
        (0,markup/* html */.qy) `${change.target}<small>${(0,plan/* keyOf */.TN)(change)}</small>`,
        (0,markup/* html */.qy) `<span class="lines">${change.before ?? 'absent'}</span>`,
        (0,markup/* html */.qy) `<span class="lines">${(0,claim/* presentValue */.p)(change, live) ?? 'not read again'}</span>`,
        took,
    ];
    const rows = [
        ...earlier.map((change) => row('done', change, 'earlier run')),
        ...outcomes.map(({ change, status, error, durationMs }) => row((0,outcome/* statusOf */.c2)({ status, error }), change, (0,markup/* html */.qy) `${(0,rollback_report/* tookOf */.Hc)(status, durationMs)}${error === undefined ? markup/* NOTHING */.K$ : (0,markup/* html */.qy) `<small>${error.message}</small>`}`)),
    ];
    if (rows.length === 0)
        return markup/* NOTHING */.K$;
    return (0,markup/* section */.uW)('changes', `Changes (${rows.length})`, [
        (0,markup/* table */.tp)('Changes', ['Status', 'What', 'Before', 'Now', 'Took'], rows),
    ]);
}
/** What is proven of production, and what is not. */
function proofSection({ claim, live }) {
    const left = (0,rollback_report/* notEqualRows */.lf)(claim);
    return (0,markup/* section */.uW)('proof', 'Proof', [
        'notRead' in live
            ? (0,markup/* html */.qy) `<p><strong>Production was not captured again after the changes:</strong> ${live.notRead}.</p>`
            : (0,markup/* html */.qy) `<p>Production was captured again after the changes: ${claim.sentence}.</p>`,
        left.length === 0
            ? markup/* NOTHING */.K$
            : (0,markup/* table */.tp)('What is not called equal', ['Resource', 'Why it is not called equal', 'What'], left),
    ]);
}
/** A checklist. Who started the run owns each step until another person takes it. */
function nextSection(next, owner) {
    if (next.length === 0)
        return markup/* NOTHING */.K$;
    return (0,markup/* section */.uW)('next', 'Next steps', [
        (0,markup/* html */.qy) `<p>${owner} owns each step until another person takes it.</p>`,
        (0,markup/* html */.qy) `<ul class="todo">
      ${next.map((step) => (0,markup/* html */.qy) `<li>
            <div>${step}<small>Owner: ${owner}</small></div>
          </li>`)}
    </ul>`,
    ]);
}
function contactsSection(contacts) {
    if (contacts.length === 0)
        return markup/* NOTHING */.K$;
    const rows = contacts.map(({ name, role, reach }) => [name, role, reach]);
    return (0,markup/* section */.uW)('contacts', 'Who to call', [(0,markup/* table */.tp)('Contacts', ['Who', 'For', 'How'], rows)]);
}
function linksSection(links) {
    if (links.length === 0)
        return markup/* NOTHING */.K$;
    return (0,markup/* section */.uW)('links', 'Links', [
        (0,markup/* html */.qy) `<ul>
      ${links.map(({ words, url }) => (0,markup/* html */.qy) `<li>${(0,markup/* link */.nf)(words, url)}</li>`)}
    </ul>`,
    ]);
}

// EXTERNAL MODULE: ./lib/report/html/style.js
var style = __webpack_require__(89295);
;// CONCATENATED MODULE: ./lib/report/html/page.js







/** One file without scripts or external resources, to mail, to print or to archive. */
async function htmlReport(facts, report, page) {
    const { manifest, approved } = facts;
    const body = [
        header(facts, report),
        pair(firstSection(facts, page.unsigned), approvalSection(facts)),
        await areasSection(facts.watched),
        timelineSection(facts, page.entries),
        changesSection(facts),
        proofSection(facts),
        nextSection(report.next, facts.approval.requestedBy),
        pair(contactsSection(page.contacts), linksSection(page.links)),
    ];
    return (0,markup/* html */.qy) `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${(0,outcome/* headingOf */.Wm)(facts)}: ${approved.environment}</title>
        <style>
          ${(0,markup/* raw */.lS)(style/* STYLE */.Y)}
        </style>
      </head>
      <body>
        <main>
          ${body}
          <footer>
            Snapshot <code>${manifest.id}</code> of ${manifest.createdAt} (commit
            <code>${manifest.commit ?? '-'}</code>), plan <code>${approved.digest}</code>.
          </footer>
        </main>
      </body>
    </html> `.toString();
}
/** Side by side where there is room. */
const pair = (...sections) => (0,markup/* html */.qy) `<div class="pair">${sections}</div>`;
function header(facts, { title }) {
    const { approved, timeline } = facts;
    const day = timeline.startedAt.toISOString().slice(0, 10);
    return (0,markup/* html */.qy) `<header class="hero ${(0,outcome/* toneOf */.YV)(facts)}">
    <p class="eyebrow">Report on ${approved.environment}, ${day}</p>
    <h1>${(0,outcome/* headingOf */.Wm)(facts)}</h1>
    <p class="lead">${title}</p>
    <dl class="tiles">${tiles(facts)}</dl>
  </header>`;
}
function tiles(facts) {
    const { outcomes, earlier, live, claim, watched, tookMs } = facts;
    const [done, all] = [(0,outcome/* doneOf */.as)(facts).length, earlier.length + outcomes.length];
    const resources = new Set([
        ...claim.equal,
        ...[...claim.differs, ...(0,outcome/* notComparedOf */.qb)(facts)].map(({ resource }) => resource),
    ]);
    const asked = watched?.areas.filter(({ state }) => state !== 'not-watched') ?? [];
    const recovered = asked.filter(({ state }) => state === 'recovered').length;
    const lost = (0,outcome/* lossesOf */.Rr)(facts);
    const tile = (name, value, good) => (0,markup/* html */.qy) `<div class="${good ? 'good' : 'bad'}">
      <dt>${name}</dt>
      <dd class="tone">${value}</dd>
    </div>`;
    return [
        tile('Changes done', all === 0 ? 'none needed' : `${done} of ${all}`, done === all),
        'notRead' in live
            ? tile('Resources equal', 'not verified', false)
            : tile('Resources equal', `${claim.equal.length} of ${resources.size}`, claim.equal.length === resources.size),
        asked.length === 0 || watched?.unwatched != null
            ? markup/* NOTHING */.K$
            : tile('Areas recovered', `${recovered} of ${asked.length}`, recovered === asked.length),
        tile('Data given up', lost.length === 0 ? 'none' : (0,outcome/* lostText */.kF)(lost), lost.length === 0),
        (0,markup/* html */.qy) `<div>
      <dt>${'notRead' in live ? 'Took' : 'Took, with verification'}</dt>
      <dd>${(0,progress/* seconds */.YA)(tookMs / 1000)}</dd>
    </div>`,
    ];
}


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


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   bd: () => (/* binding */ moreOf),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(status.obligations.length, 'obligation')} open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
        ...moreOf(open).map((line) => `  - ${line}`),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
/** A line about what is not shown, if anything is not. */
const moreOf = ({ length }) => length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge])),
                ...moreOf(open),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { plan, changes, snapshot, database, digest } = entry.data;
            const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
            return `planned: ${plan}${to}, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changes, 'change')}, digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}


/***/ })

};
