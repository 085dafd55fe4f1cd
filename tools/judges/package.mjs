// Packs the element as npm would publish it, unpacks it beside the frameworks, and holds what it
// says of itself to what it is. The argument is a file; the work is done in a
// folder beside it. Prints one JSON line a finding.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, parse } from 'vue/compiler-sfc';

const tools = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = resolve(tools, '../embed');
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

// What stands in the sources.
const treeOf = (name) => ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true);
function find(tree, fits) {
  const found = [];
  const look = (node) => {
    if (fits(node)) found.push(node);
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}
const script = treeOf('embed.js');
const types = treeOf('embed.d.ts');
const table = (name) => find(script, (node) => ts.isVariableDeclaration(node) && node.name.text === name)[0].initializer.properties;
const declared = (name) => find(types, (node) => (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) && node.name.text === name)[0].members;
const nameOf = ({ name }) => name.text;
const namesOf = (all) => [...new Set(all.map(nameOf))].sort();
const sorted = (all) => [...new Set(all)].sort();

const events = Object.fromEntries(table('EVENTS').map(({ name, initializer }) => [name.text, (initializer.parameters[0]?.name.elements ?? []).map(nameOf).sort()]));
const told = find(script, (node) => ts.isCallExpression(node) && node.expression.name?.text === '#tell' && ts.isStringLiteral(node.arguments[0])).map((call) => call.arguments[0].text);
for (const name of told) events[name] ??= [];
const typed = Object.fromEntries(declared('MindsetEventMap').map((member) => [nameOf(member), namesOf(find(member, ts.isTypeLiteralNode)[0]?.members ?? [])]));
say({
  of: 'events',
  script: Object.fromEntries(Object.keys(events).sort().map((name) => [`mindset-${name}`, events[name]])),
  types: typed,
  manifest: Object.fromEntries(element.events.map(({ name, type }) => [name, sorted(type.text.match(/\w+(?=:)/g).filter((key) => !['v', 'scaleId', 'percent'].includes(key)))])),
});

say({
  of: 'attributes',
  script: sorted(MindsetMirror.observedAttributes),
  types: namesOf([...declared('MindsetMirrorAttributes')]),
  manifest: sorted(element.attributes.map(({ name }) => name)),
});
const lists = Object.fromEntries(table('ALLOWED').filter(({ initializer }) => ts.isArrayLiteralExpression(initializer)).map(({ name, initializer }) => [name.text, initializer.elements.map((one) => JSON.stringify(one.text))]));
for (const { name, type, default: standard } of element.attributes) {
  const values = lists[name];
  if (values ? type.text !== values.join(' | ') || standard !== values[0] : standard !== '""') say({ of: 'values', wrong: name });
}

const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'connectedMoveCallback', 'attributeChangedCallback'];
say({
  of: 'members',
  script: sorted(Object.getOwnPropertyNames(MindsetMirror.prototype).filter((name) => !callbacks.includes(name))),
  types: namesOf(declared('MindsetMirror').filter((member) => !ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))),
  manifest: sorted(element.members.map(({ name }) => name)),
});
say({
  of: 'style',
  script: sorted([
    ...find(script, (node) => ts.isPropertyAssignment(node) && nameOf(node) === 'part').map(({ initializer }) => initializer.text),
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
const documentation = readFileSync(join(source, '../docs/embedding.md'), 'utf8');
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
    sorted(read('embed.js').match(/@typedef (.*) Code/)[1].match(/(?<=")\w+(?=")/g)),
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
