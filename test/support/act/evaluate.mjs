// Evaluates expressions with @actions/expressions, GitHub's own evaluator.
//   node evaluate.mjs '[{"expression": "…", "contexts": {"inputs": {…}}}, …]'   → the values, as a JSON list on stdout
const expressions = new URL('../../peers/node_modules/@actions/expressions/dist/index.js', import.meta.url);
const { Evaluator, Lexer, Parser, data } = await import(expressions.href);

const values = JSON.parse(process.argv[2] ?? '[]').map(({ expression, contexts }) => {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, known).evaluate();
});
console.log(JSON.stringify(values, data.replacer));
