// Checks workflow files with @actions/workflow-parser, GitHub's own parser, callers against the workflows they call.
//   node validate-workflows.mjs <root> <file>...   → {"<file>": ["message", …]} on stdout
// `owner/rewind/…@ref`, `./…` and `$/…` are read below <root>. A process of its own, because the parser imports JSON in
// a way that needs a loader hook.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';

const hook = `
  import { readFile } from 'node:fs/promises';
  export async function load(url, context, next) {
    if (!url.endsWith('.json')) return next(url, context);
    const source = 'export default ' + await readFile(new URL(url), 'utf8');
    return { format: 'module', source, shortCircuit: true };
  }`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const parser = new URL('../../peers/node_modules/@actions/workflow-parser/dist/index.js', import.meta.url);
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import(parser.href);

const [root, ...files] = process.argv.slice(2);
const provider = {
  getFileContent: async (ref) => {
    const name = 'repository' in ref ? `${ref.owner}/${ref.repository}/${ref.path}@${ref.version}` : `./${ref.path}`;
    if ('repository' in ref && ref.repository !== 'rewind') throw new Error(`${name} is not ours`);
    return { name, content: readFileSync(join(root, ref.path), 'utf8') };
  },
};
const report = {};
for (const name of files) {
  const { context, value } = parseWorkflow({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter());
  const messages = context.errors.getErrors().map((error) => error.message);
  if (value !== undefined) {
    const options = { fetchReusableWorkflowDepth: 1, errorPolicy: 1 };
    const { errors = [] } = await convertWorkflowTemplate(context, value, provider, options);
    messages.push(...errors.map((error) => error.Message));
  }
  report[name] = [...new Set(messages)];
}
console.log(JSON.stringify(report));
