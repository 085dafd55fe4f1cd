// Packs the element of the last build as npm would publish it, unpacks it beside the frameworks,
// and holds what it says of itself to what it is and does. The argument is a file; the work is done
// in a folder beside it. Prints one JSON line a finding.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, parse } from 'vue/compiler-sfc';

const tools = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = resolve(tools, '../target/element');
const work = join(dirname(resolve(process.argv[2])), 'package');
const say = (finding) => console.log(JSON.stringify(finding));

rmSync(work, { recursive: true, force: true });
const installed = join(work, 'node_modules/mindset-mirror');
mkdirSync(installed, { recursive: true });
const options = { cwd: source, encoding: 'utf8', shell: process.platform === 'win32' };
const packed = execFileSync('npm', ['pack', '--offline', '--ignore-scripts', '--json', '--cache', join(work, 'cache'), '--pack-destination', work], options);
const [{ filename }] = JSON.parse(packed);
execFileSync('tar', ['-xzf', join(work, filename), '-C', installed, '--strip-components=1']);
const read = (name) => readFileSync(join(installed, name), 'utf8');
say({ of: 'files', found: readdirSync(installed, { recursive: true }).sort() });
const described = JSON.parse(read('package.json'));
say({ of: 'package', version: described.version, needs: [described.dependencies, described.peerDependencies, described.scripts].filter(Boolean) });

// As a consumer imports it, where there is no page.
const from = createRequire(join(work, 'consumer.mjs'));
const { MindsetMirror } = await import(pathToFileURL(from.resolve('mindset-mirror')));
const manifest = from('mindset-mirror/custom-elements.json');
const [{ declarations: [element] }] = manifest.modules;

// What stands in the script, what the compiler makes of the types, and what the script does.
const tree = ts.createSourceFile('embed.js', read('embed.js'), ts.ScriptTarget.Latest, true);
function find(fits) {
  const found = [];
  const look = (node) => {
    if (fits(node)) found.push(node);
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}
const sorted = (all) => [...new Set(all)].sort();
const { outputFiles: [{ text: protocol }] } = await build({ entryPoints: [resolve(tools, '../web/host-protocol.ts')], bundle: true, format: 'esm', write: false });
const { ATTRIBUTES, HOST_EVENTS, FILE_FORMATS } = await import(`data:text/javascript,${encodeURIComponent(protocol)}`);
const declarations = ts.createProgram([join(installed, 'embed.d.ts')], { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [] });
const checker = declarations.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(declarations.getSourceFile(join(installed, 'embed.d.ts'))));
const declared = (name) => exported.find((symbol) => symbol.name === name);
const typed = (name) => checker.getDeclaredTypeOfSymbol(declared(name));
const fieldsOf = (type) => checker.getPropertiesOfType(type).map(({ name }) => name);
const literals = (type) => sorted(type.types.map(({ value }) => value));
say({ of: 'exports', found: sorted(exported.map(({ name }) => name)) });

// Everything that any event may say, and a word that none may.
const detail = { v: 1, answered: 1, total: 2, attemptId: 'a', status: 'saved', scores: [{ scaleId: 'a', percent: 1, answer: 5 }], code: 'files', recoverable: true, answer: 5 };
const events = Object.keys(HOST_EVENTS).map((name) => [`mindset-${name}`, Object.keys(HOST_EVENTS[name](detail)).sort()]);
say({ of: 'scores', found: HOST_EVENTS.summary(detail).scores });
const eventTypes = checker.getPropertiesOfType(typed('MindsetEventMap')).map((event) => {
  const said = checker.getTypeOfSymbol(checker.getTypeOfSymbol(event).getProperty('detail'));
  return [event.name, fieldsOf(said).filter((key) => key !== 'v').sort()];
});
const byName = (entries) => Object.fromEntries([...entries].sort());
say({
  of: 'events',
  script: byName(events),
  types: byName(eventTypes),
  manifest: byName(element.events.map(({ name, type }) => [name, sorted(type.text.match(/\w+(?=:)/g).filter((key) => key !== 'v'))])),
});
// An editor shows the comments, from the manifest in HTML and from the types in scripts.
for (const { name, description } of [...element.events, ...element.attributes, ...element.members]) {
  if (!description) say({ of: 'values', undescribed: name });
}
for (const name of ['MindsetEventMap', 'MindsetMirrorAttributes']) {
  for (const member of checker.getPropertiesOfType(typed(name))) {
    if (member.getDocumentationComment(checker).length === 0) say({ of: 'values', undescribed: member.name });
  }
}

say({
  of: 'attributes',
  script: sorted(MindsetMirror.observedAttributes),
  types: sorted(fieldsOf(typed('MindsetMirrorAttributes'))),
  manifest: sorted(element.attributes.map(({ name }) => name)),
});
for (const { name, type, default: standard } of element.attributes) {
  const values = Array.isArray(ATTRIBUTES[name]) && ATTRIBUTES[name].map((value) => JSON.stringify(value));
  if (values ? type.text !== values.join(' | ') || standard !== values[0] : standard !== '""') say({ of: 'values', wrong: name });
}
const [format] = element.members.find(({ name }) => name === 'exportData').parameters;
if (JSON.stringify(literals(typed('FileFormat'))) !== JSON.stringify(sorted(FILE_FORMATS)) || format.type.text !== FILE_FORMATS.map((one) => JSON.stringify(one)).join(' | ')) say({ of: 'values', wrong: 'formats' });

const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'connectedMoveCallback', 'attributeChangedCallback'];
const [declaration] = declared('MindsetMirror').declarations;
const isMember = (member) => member.name && !ts.isPrivateIdentifier(member.name) && !ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
say({
  of: 'members',
  script: sorted(Object.getOwnPropertyNames(MindsetMirror.prototype).filter((name) => !callbacks.includes(name))),
  types: sorted(declaration.members.filter(isMember).map(({ name }) => name.text)),
  manifest: sorted(element.members.map(({ name }) => name)),
});
say({
  of: 'style',
  script: sorted([
    ...find((node) => ts.isPropertyAssignment(node) && node.name.text === 'part').map(({ initializer }) => initializer.text),
    ...read('embed.js').match(/--mindset-\w+/g),
  ]),
  manifest: sorted([...element.cssParts, ...element.cssProperties].map(({ name }) => name)),
});

// The compiler as the judge of types: of a page without any framework, of one of each framework,
// and of the manifest by the published form of such manifests.
function complaints(names, more) {
  const program = ts.createProgram(names.map((name) => join(work, name)), {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    ...more,
  });
  const found = ts.getPreEmitDiagnostics(program);
  return found.map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split('/').pop()}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
writeFileSync(join(work, 'package.json'), '{ "type": "module" }');
cpSync(join(tools, 'types'), work, { recursive: true });
say({ of: 'types', page: 'plain', complaints: complaints(['plain.ts'], {}) });
for (const name of ['@types/react', 'vue', 'svelte', 'custom-elements-manifest']) {
  mkdirSync(dirname(join(work, 'node_modules', name)), { recursive: true });
  symlinkSync(join(tools, 'node_modules', name), join(work, 'node_modules', name), 'junction');
}
for (const page of ['react.tsx', 'vue.ts', 'svelte.ts']) {
  say({ of: 'types', page, complaints: complaints([page], { skipLibCheck: true }) });
}
// The published types describe `attribute` and `reflects` of a field, and forget them in the list of members.
writeFileSync(join(work, 'manifest.ts'), `
  import type { Package } from "custom-elements-manifest";
  declare module "custom-elements-manifest" {
    interface ClassField { attribute?: string; reflects?: boolean }
  }
  export default ${JSON.stringify(manifest)} satisfies Package;
`);
say({ of: 'types', page: 'manifest', complaints: complaints(['manifest.ts'], {}) });

// What the documentation says: its tables, and its examples as the frameworks' own compilers take them.
const documentation = readFileSync(resolve(tools, '../docs/embedding.md'), 'utf8');
const rows = (title) => {
  const [, section] = documentation.split(`\n## ${title}\n`);
  return sorted([...section.split('\n## ')[0].matchAll(/^\| `([\w-]+)/gm)].map(([, name]) => name));
};
say({
  of: 'documentation',
  found: [rows('Attributes'), rows('Events'), rows('Properties and methods'), rows('When it cannot be shown')],
  expected: [
    sorted(element.attributes.map(({ name }) => name)),
    sorted(element.events.map(({ name }) => name)),
    sorted(element.members.filter(({ kind }) => kind === 'method').map(({ name }) => name)),
    literals(typed('ErrorCode')),
  ],
});
const listed = (title) => sorted([...read('README.md').match(new RegExp(`^${title}: (.*)$`, 'm'))[1].matchAll(/`([\w-]+)/g)].map(([, name]) => name));
say({
  of: 'documentation',
  found: [sorted([...read('README.md').matchAll(/^\| `([\w-]+)/gm)].map(([, name]) => name)), listed('Attributes'), listed('Methods')],
  expected: [
    sorted(element.events.map(({ name }) => name)),
    sorted(element.attributes.map(({ name }) => name)),
    sorted(element.members.filter(({ kind }) => kind === 'method').map(({ name }) => name)),
  ],
});
const example = (language) => documentation.split(`\n\`\`\`${language}\n`)[1].split('\n```\n')[0];
writeFileSync(join(work, 'example.tsx'), example('tsx'));
say({ of: 'example', language: 'tsx', complaints: complaints(['example.tsx'], { skipLibCheck: true }) });
const vue = parse(example('vue'));
const built = compileScript(vue.descriptor, { id: 'a', inlineTemplate: true, templateOptions: { compilerOptions: { isCustomElement: (tag) => tag === 'mindset-mirror' } } });
say({ of: 'example', language: 'vue', complaints: [...vue.errors, ...(built.warnings ?? [])].map(String), calls: built.content.includes('onMindsetComplete') });
const { warnings, js } = compile(example('svelte'), { generate: 'client' });
say({ of: 'example', language: 'svelte', complaints: warnings.map(String), calls: js.code.includes("'mindset-complete'") });
