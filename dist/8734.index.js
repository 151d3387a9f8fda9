export const id = 8734;
export const ids = [8734];
export const modules = {

/***/ 98734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   turnOf: () => (/* binding */ turnOf)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57490);

/**
 * Who is on call at an instant; null before the rotation begins. The change is at the same time of day on each side of a
 * change of the clock; at a time that the clock skips, it is as much later. Pure.
 */
function turnOf({ start, timezone, days, people }, now) {
    const first = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__.Temporal.PlainDateTime.from(start);
    const changeAt = (nth) => first.add({ days: nth * days }).toZonedDateTime(timezone);
    const at = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__.Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
    const passed = first.toPlainDate().until(at.toPlainDate(), { largestUnit: 'days' }).days;
    const nth = Math.floor(passed / days);
    // On the day of the change, the time decides.
    const index = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__.Temporal.ZonedDateTime.compare(changeAt(nth), at) > 0 ? nth - 1 : nth;
    const person = people[index % people.length];
    if (index < 0 || person === undefined)
        return null;
    const until = changeAt(index + 1)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ');
    return { person, until: `${until} ${timezone}` };
}


/***/ })

};
