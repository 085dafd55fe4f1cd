// The loaders of the programs, which only the build makes, and the element where the build puts it.

declare module "*/sealing.js" {
  export default function start(): Promise<unknown>;
  export function seal(bytes: Uint8Array, passphrase: string): Uint8Array;
  export function open(sealed: Uint8Array, passphrase: string, max: number): Uint8Array;
}

declare module "*/builder.js" {
  export default function start(): Promise<unknown>;
}

declare module "*/embed.js" {}
