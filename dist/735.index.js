export const id = 735;
export const ids = [735];
export const modules = {

/***/ 90735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88532);

/**
 * A run parses most of its schemas once or twice. To compile a parser for each of them takes longer than to interpret them: a
 * plan needs 8 % less CPU time without. Must be loaded before any module that defines a schema.
 */
zod__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W({ jitless: true });


/***/ })

};
