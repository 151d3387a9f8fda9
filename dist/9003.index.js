export const id = 9003;
export const ids = [9003];
export const modules = {

/***/ 39003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ appliedRows),
/* harmony export */   applied: () => (/* binding */ applied),
/* harmony export */   l: () => (/* binding */ failedRows)
/* harmony export */ });
/** The applied migrations, oldest first. A migration that was reverted and applied again has two rows; one counts. */
function appliedRows(history) {
    return history.filter(({ finished, rolledBack }) => finished && !rolledBack);
}
function applied(history) {
    return appliedRows(history).map(({ name }) => name);
}
/** Rows that block every later deploy (Prisma P3009). */
function failedRows(history) {
    return history.filter(({ finished, rolledBack }) => !finished && !rolledBack);
}


/***/ })

};
