export const id = 5657;
export const ids = [5657];
export const modules = {

/***/ 25657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holidaysOf: () => (/* binding */ holidaysOf),
/* harmony export */   placeProblem: () => (/* binding */ placeProblem)
/* harmony export */ });
/* harmony import */ var date_holidays__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25026);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/** Where the calendar does not know the place: it would return no holidays, or those of the whole country. */
function placeProblem(place) {
    const { country, state, region } = place;
    const calendar = new date_holidays__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A();
    const known = (key, of, given, all) => {
        const codes = Object.keys(all ?? {});
        if (codes.includes(given))
            return null;
        const choice = codes.length === 0 ? 'none is known' : `use one of ${codes.join(', ')}`;
        return { key, message: `${of} has no ${key} "${given}"; ${choice}` };
    };
    const countries = calendar.getCountries();
    if (!(country in countries))
        return { key: 'country', message: `no holidays are known for the country "${country}"` };
    if (state === undefined) {
        return region === undefined ? null : { key: 'region', message: 'needs the state that it belongs to' };
    }
    const states = known('state', country, state, calendar.getStates(country));
    if (states !== null || region === undefined)
        return states;
    return known('region', `${country}-${state}`, region, calendar.getRegions(country, state));
}
/** The public holidays of one year, substitute days included. */
function holidaysOf({ country, state, region }, year) {
    const calendar = new date_holidays__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A();
    calendar.init(country, state ?? '', region ?? '');
    return calendar
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ name, date, start, end }) => {
        // "2026-09-21 00:00:00 -0600": the day begins six hours before midnight.
        const [, day, time, sign, hours = '0', minutes = '0'] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d(?: ([+-])(\d\d)(\d\d))?$/.exec(date) ?? [];
        if (day === undefined || time === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `"${date}" is not the date of a holiday`);
        const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
        const from = new Date(Date.parse(`${day}T${time}Z`) + shift).toISOString().slice(0, 16);
        const length = (end.getTime() - start.getTime()) / 3_600_000;
        // A day has 23 or 25 hours where the clock changes; the wall clock says 24.
        return { name, from, hours: length < 20 ? length : Math.round(length / 24) * 24 };
    });
}


/***/ })

};
