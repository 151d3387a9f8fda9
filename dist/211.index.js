export const id = 211;
export const ids = [211];
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


/***/ })

};
