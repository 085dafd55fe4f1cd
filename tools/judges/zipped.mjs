// How much a file takes as a web server sends it with gzip. Prints one JSON line.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [file] = process.argv.slice(2);
console.log(JSON.stringify({ bytes: gzipSync(readFileSync(file), { level: 9 }).length }));
