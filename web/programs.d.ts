// The loaders of the programs, which only the build makes, and the element where the build puts it.

declare module "*/sealing.js" {
  export function initSync(given: { module: Uint8Array }): unknown;
  export function seal(bytes: Uint8Array, passphrase: string): Uint8Array;
  export function open(sealed: Uint8Array, passphrase: string, max: number): Uint8Array;
}

declare module "*/builder.js" {
  export default function start(given: { module_or_path: Promise<Response> }): Promise<unknown>;
}

declare module "*/balance.js" {
  export default function start(given: { module_or_path: Promise<Response> }): Promise<unknown>;
}

declare module "*/definition-worker.js" {
  export function initSync(given: { module: Uint8Array }): unknown;
  export function compile(definition: Uint8Array): { bytes: Uint8Array | undefined; nl: string; en: string };
}

declare module "*/files-worker.js" {
  export function initSync(given: { module: Uint8Array }): unknown;
  export function run(job: Uint8Array): Uint8Array;
}

declare module "*/team-worker.js" {
  export function initSync(given: { module: Uint8Array }): unknown;
  export function ask(message: Uint8Array): Uint8Array | undefined;
  export function begin(files: number): void;
  export function read(path: string, bytes: Uint8Array): void;
  export function refuse(path: string, size: number): void;
  export function progress(): Uint8Array;
  export function finish(): Uint8Array;
  export function cancel(): Uint8Array;
  export function mirror(bytes: Uint8Array): Uint8Array;
}

declare module "*/embed.js" {}
