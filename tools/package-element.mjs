// Makes the npm package of the element in target/element: the scripts, and what is generated from
// their source, which is the types, the manifest for editors and the types for frameworks.
import { create, ts as analyzerTs } from "@custom-elements-manifest/analyzer";
import { generateDtsBundle } from "dts-bundle-generator";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { bundle } from "./bundle-sources.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "element");
const target = join(root, "target/element");
const config = join(root, "tsconfig.json");
const element = join(source, "embed.ts");

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of ["LICENSE", "README.md", "package.json"]) copyFileSync(join(source, name), join(target, name));

// Not minified: the consumer's bundler does that, and must find the comments that are meant for it.
await bundle(target, { minify: false, only: ["element/embed.ts"] });

const output = { inlineDeclareGlobals: true, noBanner: true, exportReferencedTypes: false };
const [types] = generateDtsBundle([{ filePath: element, output }], { preferredConfigPath: config });
writeFileSync(join(target, "embed.d.ts"), `// Types of the element <mindset-mirror>. What each thing means: docs/embedding.md.\n${types}`);

const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, root);
const frameworks = ["react", "vue", "svelte"].map((name) => join(source, `${name}.ts`));
const program = ts.createProgram([element, ...frameworks], { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true });
for (const file of frameworks) {
  const { diagnostics } = program.emit(program.getSourceFile(file), (path, text) => writeFileSync(join(target, basename(path)), text));
  for (const { messageText } of diagnostics) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}
writeFileSync(join(target, "custom-elements.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);

/** The manifest by the analyzer, completed by what only the compiler and the protocol know. */
async function manifest() {
  const text = readFileSync(element, "utf8");
  const modules = [analyzerTs.createSourceFile("embed.ts", text, analyzerTs.ScriptTarget.ES2022, true)];
  const { ATTRIBUTES } = await protocol();
  const made = create({ modules, plugins: [{ name: "resolved", packageLinkPhase: ({ customElementsManifest }) => complete(customElementsManifest, ATTRIBUTES) }] });
  // As it is named in the package.
  return JSON.parse(JSON.stringify({ ...made, readme: "README.md" }).replaceAll('"embed.ts"', '"embed.js"'));
}

function complete(made, attributes) {
  const [module] = made.modules;
  const described = module.declarations.find(({ customElement }) => customElement);
  module.declarations = [described];
  module.exports = module.exports.filter(({ declaration }) => declaration.name === described.name);
  described.superclass = { name: "HTMLElement", package: "global:" };
  const checker = program.getTypeChecker();
  const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(element))).map((symbol) => [symbol.name, symbol]));
  const named = (type) => checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const written = (type) => (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean) ? type.types.map(named).join(" | ") : named(type));
  const fieldsOf = (type) => checker.getPropertiesOfType(type).map((field) => `${field.name}: ${written(checker.getTypeOfSymbol(field))}`);

  // Types by their values instead of their names, and the defaults of the protocol.
  const instance = checker.getDeclaredTypeOfSymbol(exported.get(described.name));
  // The analyzer lists private and static members too, and takes some lines of the constructor for fields.
  described.members = described.members.filter(({ name, static: isStatic }) => instance.getProperty(name) && !isStatic);
  const typeOf = (name) => checker.getTypeOfSymbol(instance.getProperty(name));
  const valuesOf = (name) => (Array.isArray(attributes[name]) ? attributes[name] : [""]);
  const typeOfAttribute = (name) => ({ text: valuesOf(name)[0] === "" ? "string" : valuesOf(name).map((value) => JSON.stringify(value)).join(" | ") });
  for (const member of described.members) {
    if (member.kind === "field") member.type = member.attribute ? typeOfAttribute(member.attribute) : { text: written(typeOf(member.name)) };
    if (member.attribute) member.default = JSON.stringify(valuesOf(member.attribute)[0]);
    for (const parameter of member.parameters ?? []) {
      const [signature] = typeOf(member.name).getCallSignatures();
      const symbol = signature.parameters.find(({ name }) => name === parameter.name);
      parameter.type = { text: written(checker.getNonNullableType(checker.getTypeOfSymbol(symbol))) };
    }
  }
  for (const attribute of described.attributes) {
    attribute.type = typeOfAttribute(attribute.name);
    attribute.default = JSON.stringify(valuesOf(attribute.name)[0]);
  }
  for (const property of described.cssProperties) {
    property.syntax = property.type.text;
    delete property.type;
  }
  const events = checker.getDeclaredTypeOfSymbol(exported.get("MindsetEventMap"));
  described.events = checker.getPropertiesOfType(events).map((event) => {
    const detail = checker.getTypeOfSymbol(checker.getTypeOfSymbol(event).getProperty("detail"));
    const description = ts.displayPartsToString(event.getDocumentationComment(checker));
    return { name: event.name, description, type: { text: `CustomEvent<{ ${fieldsOf(detail).join(", ")} }>` } };
  });
}

/** The host protocol as a module. */
async function protocol() {
  const { transform } = await import("esbuild");
  const { code } = await transform(readFileSync(join(root, "web/host-protocol.ts"), "utf8"), { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
