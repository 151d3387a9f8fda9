export const id = 5225;
export const ids = [5225];
export const modules = {

/***/ 95225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   anyAnswer: () => (/* binding */ anyAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Takes every answer as it is. A file of its own, so that the program starts without the library of schemas. */
const anyAnswer = zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J();


/***/ })

};
