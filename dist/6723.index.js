export const id = 6723;
export const ids = [6723,7982,211];
export const modules = {

/***/ 70211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   instantOf: () => (/* binding */ instantOf)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57490);

/** One local time with the offset that the zone has then, as `2026-10-25T02:30+02:00`. */
const written = (at) => `${at.toPlainDateTime().toString({ smallestUnit: 'minute' })}${at.offset}`;
/**
 * The instant of a local time. Strict: a time that the clock skips is refused, and one that it shows twice needs its offset.
 * @param text `2026-12-18T18:00`, with `+01:00` behind it where the time exists twice
 * @param timezone name in the IANA database
 */
function instantOf(text, timezone) {
    const local = text.slice(0, 16).replace(' ', 'T');
    const offset = text.slice(16);
    let plain;
    try {
        plain = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__.Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    }
    catch {
        return { problem: `${local} is not a date of the calendar` };
    }
    const earlier = plain.toZonedDateTime(timezone, { disambiguation: 'earlier' });
    const later = plain.toZonedDateTime(timezone, { disambiguation: 'later' });
    // In a gap, both are other wall-clock times than the one that was asked for.
    if (!earlier.toPlainDateTime().equals(plain)) {
        const jump = earlier.getTimeZoneTransition('next') ?? later;
        const before = jump.subtract({ minutes: 1 });
        return {
            problem: `${local} does not exist in ${timezone}: the clock goes from ${written(before)} to ${written(jump)}; write another time`,
        };
    }
    const both = earlier.epochMilliseconds === later.epochMilliseconds ? [earlier] : [earlier, later];
    if (offset === '') {
        if (both.length === 1)
            return { at: earlier };
        return { problem: `${local} exists twice in ${timezone}; write ${both.map(written).join(' or ')}` };
    }
    const at = both.find((each) => each.offset === offset);
    return at === undefined
        ? { problem: `${local} has another offset in ${timezone}; write ${both.map(written).join(' or ')}` }
        : { at };
}


/***/ }),

/***/ 97599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ windows),
/* harmony export */   sg: () => (/* binding */ timezone),
/* harmony export */   w4: () => (/* binding */ WEEKDAYS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const timeOfDay = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like "09:00", in quotes');
const endOfDay = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day like "16:00", in quotes');
const localTime = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}([+-]\d{2}:\d{2})?$/, 'must be a local time like 2026-12-18T18:00, without seconds');
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const open = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    days: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(WEEKDAYS)).min(1).describe('Days on which the window opens.'),
    from: timeOfDay.describe('First minute.'),
    to: endOfDay.describe('The window closes at this minute; before "from": on the next day.'),
})
    .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'must differ from "from"; a whole day is 00:00 to 24:00',
});
/** Node lists only one name of each zone, often the older one: Asia/Calcutta, but not Asia/Kolkata. */
function isTimeZone(name) {
    try {
        return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
    }
    catch {
        return false;
    }
}
const timezone = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine(isTimeZone, 'is not a time zone of the IANA database; write a name like Europe/Berlin');
const freeze = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    from: localTime.describe('Start, in local time of the time zone.'),
    to: localTime.describe('End, in local time of the time zone.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe('Why nothing is deployed.'),
});
/** When production may be deployed. All times are wall-clock times of one time zone. */
const windows = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    timezone: timezone.describe('Time zone of all times here, by its name in the IANA database.'),
    open: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(open).min(1).optional().describe('Weekly windows for deploys; without them, every hour is open.'),
    holidays: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        country: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
            .regex(/^[A-Z]{2}$/, 'must be two capital letters like DE')
            .describe('ISO 3166-1 code.'),
        state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe('State or province, e.g. BE.'),
        region: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe('Region of the state.'),
    })
        .optional()
        .describe('Public holidays on which nothing is deployed.'),
    freezes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(freeze).default([]).describe('Times in which nothing is deployed. A freeze overrides a window.'),
});


/***/ }),

/***/ 77982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HORIZON_DAYS: () => (/* binding */ HORIZON_DAYS),
/* harmony export */   calendarOf: () => (/* binding */ calendarOf),
/* harmony export */   isOpen: () => (/* binding */ isOpen),
/* harmony export */   nextChange: () => (/* binding */ nextChange),
/* harmony export */   obstacleAt: () => (/* binding */ obstacleAt)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57490);
/* harmony import */ var _config_local_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70211);
/* harmony import */ var _config_windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97599);



/** How far the next opening is looked for. */
const HORIZON_DAYS = 400;
/**
 * @param holidays those of the place in the years that are looked at
 * @throws Error for a local time that the configuration check refuses
 */
function calendarOf({ timezone, open, freezes }, holidays) {
    const instant = (text) => {
        const found = (0,_config_local_time_js__WEBPACK_IMPORTED_MODULE_1__.instantOf)(text, timezone);
        if ('problem' in found)
            throw new Error(found.problem);
        return found.at;
    };
    // A holiday that begins or ends where the clock changes is as long as it can be.
    const edge = (local, disambiguation) => local.toZonedDateTime(timezone, { disambiguation });
    return {
        timezone,
        rules: open,
        closures: [
            ...freezes.map(({ from, to, reason }) => ({
                kind: 'freeze',
                reason,
                from: instant(from),
                to: instant(to),
            })),
            ...holidays.map(({ name, from, hours }) => {
                const start = temporal_polyfill__WEBPACK_IMPORTED_MODULE_2__.Temporal.PlainDateTime.from(from);
                const end = start.add({ minutes: Math.round(hours * 60) });
                return { kind: 'holiday', reason: name, from: edge(start, 'earlier'), to: edge(end, 'later') };
            }),
        ],
    };
}
/** The obstacle at a time. A freeze comes before a holiday, and both before the window. */
function obstacleAt({ rules, closures }, at) {
    const time = at.epochMilliseconds;
    const closure = closures.find(({ from, to }) => from.epochMilliseconds <= time && time < to.epochMilliseconds);
    return closure ?? (isOpen(rules, at) ? null : 'outside-window');
}
/** Does a weekly window hold this time? By the wall clock: an hour that it shows twice is open twice. */
const isOpen = (rules, at) => rules === undefined || rules.some((rule) => holds(rule, at));
function holds({ days, from, to }, at) {
    const minute = at.hour * 60 + at.minute;
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const on = (day) => days.some((name) => _config_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEKDAYS */ .w4.indexOf(name) === day);
    const today = at.dayOfWeek - 1;
    if (start < end)
        return on(today) && start <= minute && minute < end;
    // A window across midnight belongs to the day on which it starts.
    return (on(today) && minute >= start) || (on((today + 6) % 7) && minute < end);
}
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** The first time after `now` at which deploys become allowed, or stop being allowed; null if there is none in 400 days. */
function nextChange(calendar, now) {
    const open = obstacleAt(calendar, now) === null;
    const bounds = calendar.closures.flatMap(({ from, to }) => [from, to]);
    let change = now.getTimeZoneTransition('next');
    for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
        const day = now.toPlainDate().add({ days: ahead });
        const [start, end] = [day, day.add({ days: 1 })].map((date) => date.toZonedDateTime(calendar.timezone));
        if (start === undefined || end === undefined)
            return null;
        const within = (at) => at.epochMilliseconds >= start.epochMilliseconds && at.epochMilliseconds < end.epochMilliseconds;
        const candidates = [start, ...bounds.filter(within), ...edgesOf(calendar, day)];
        while (change !== null && change.epochMilliseconds < end.epochMilliseconds) {
            candidates.push(change);
            change = change.getTimeZoneTransition('next');
        }
        // Between two neighbouring candidates nothing changes.
        candidates.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
        const found = candidates.find((at) => at.epochMilliseconds > now.epochMilliseconds && (obstacleAt(calendar, at) === null) !== open);
        if (found !== undefined)
            return found;
    }
    return null;
}
/** When the rules can begin and end on a day: each instant at which the clock shows the time. */
function edgesOf({ rules = [], timezone }, day) {
    const times = new Set(rules.flatMap(({ from, to }) => [from, to]).filter((time) => time !== '24:00'));
    return [...times].flatMap((time) => {
        const local = day.toPlainDateTime(temporal_polyfill__WEBPACK_IMPORTED_MODULE_2__.Temporal.PlainTime.from(time));
        const [earlier, later] = ['earlier', 'later'].map((disambiguation) => local.toZonedDateTime(timezone, { disambiguation }));
        if (earlier === undefined || later === undefined)
            return [];
        return earlier.epochMilliseconds === later.epochMilliseconds ? [earlier] : [earlier, later];
    });
}


/***/ }),

/***/ 66723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTraffic: () => (/* binding */ parseTraffic),
/* harmony export */   quietHours: () => (/* binding */ quietHours)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57490);
/* harmony import */ var _config_windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97599);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _calendar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77982);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);





const HOUR_MS = 3_600_000;
const WEEK_HOURS = 7 * 24;
/** Hours of a suggestion: a deploy, and the time to watch it. */
const BLOCK = 2;
const SUGGESTED = 3;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/**
 * Reads lines of `time,requests`; a heading is skipped. A time needs its offset: `2026-11-02T09:00Z`.
 * @throws RewindError input-invalid, with the lines that are wrong
 */
function parseTraffic(name, text) {
    const problems = [];
    const samples = text.split(/\r?\n/).flatMap((line, index) => {
        const [time = '', value = ''] = line.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
        const heading = index === 0 && !/\d/.test(line);
        if (line.trim() === '' || heading)
            return [];
        const at = TIME.test(time) ? Date.parse(time.replace(' ', 'T')) : NaN;
        const requests = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
        if (Number.isNaN(at))
            problems.push(`line ${index + 1}: the time must be like 2026-11-02T09:00Z, with its offset`);
        else if (Number.isNaN(requests))
            problems.push(`line ${index + 1}: the requests must be a number`);
        else
            return [{ at, requests }];
        return [];
    });
    if (problems.length === 0)
        return samples;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `${name} has ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(problems.length, 'line')} that cannot be read.`, {
        problems: problems.slice(0, 10),
        remedy: 'Write a line "time,requests" for each hour, e.g. 2026-11-02T09:00Z,1200.',
    });
}
/**
 * The quietest hours of the week, by their mean; inside the weekly windows if there are some.
 * @param name where the samples are from, for messages
 * @throws RewindError input-invalid for less than a week
 */
function quietHours(samples, { timezone, open }, name) {
    const hours = new Map();
    for (const { at, requests } of samples) {
        const hour = Math.floor(at / HOUR_MS);
        hours.set(hour, (hours.get(hour) ?? 0) + requests);
    }
    const sorted = [...hours.keys()].sort((a, b) => a - b);
    const [first = 0, last = -1] = [sorted[0], sorted.at(-1)];
    const span = last - first + 1;
    if (span < WEEK_HOURS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `${name} spans ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(span, 'hour')}; a week (${WEEK_HOURS}) is needed.`, {
            remedy: 'Give at least a week of traffic, better four: traffic differs between the days of a week.',
        });
    }
    const cells = new Map();
    for (const [hour, requests] of hours) {
        const local = temporal_polyfill__WEBPACK_IMPORTED_MODULE_4__.Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(timezone);
        const key = (local.dayOfWeek - 1) * 24 + local.hour;
        const { sum, seen } = cells.get(key) ?? { sum: 0, seen: 0 };
        cells.set(key, { sum: sum + requests, seen: seen + 1 });
    }
    const average = [...hours.values()].reduce((sum, each) => sum + each, 0) / hours.size;
    const blocks = [...Array(WEEK_HOURS).keys()].flatMap((key) => {
        const [day, hour] = [Math.floor(key / 24), key % 24];
        const inside = [...Array(BLOCK).keys()].map((next) => cells.get(key + next));
        const allowed = [...Array(BLOCK * 60).keys()].every((minute) => (0,_calendar_js__WEBPACK_IMPORTED_MODULE_2__.isOpen)(open, { dayOfWeek: day + 1, hour: hour + Math.floor(minute / 60), minute: minute % 60 }));
        if (hour + BLOCK > 24 || !allowed || inside.includes(undefined))
            return [];
        const requests = inside.reduce((sum, cell) => sum + (cell ? cell.sum / cell.seen : 0), 0) / BLOCK;
        return [
            {
                key,
                day: _config_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEKDAYS */ .w4[day] ?? 'mon',
                from: clock(hour),
                to: clock(hour + BLOCK),
                requests,
                share: average === 0 ? 1 : requests / average,
            },
        ];
    });
    blocks.sort((a, b) => a.requests - b.requests || a.key - b.key);
    const chosen = [];
    for (const block of blocks) {
        if (chosen.length < SUGGESTED && chosen.every(({ key }) => Math.abs(key - block.key) >= BLOCK))
            chosen.push(block);
    }
    return {
        quiet: chosen.map(({ day, from, to, requests, share }) => ({ day, from, to, requests, share })),
        basis: {
            from: new Date(first * HOUR_MS).toISOString(),
            to: new Date((last + 1) * HOUR_MS).toISOString(),
            hours: hours.size,
            missing: span - hours.size,
            seen: cells.size < WEEK_HOURS ? 0 : Math.min(...[...cells.values()].map(({ seen }) => seen)),
            requests: average,
        },
    };
}
const clock = (hour) => `${String(hour).padStart(2, '0')}:00`;


/***/ })

};
