// Seals and opens files with age-encryption (TypeScript, by the author of the format):
// `seal PASSPHRASE IN OUT`, `open PASSPHRASE IN OUT`. Ends with 3 when the passphrase is refused.
import { readFileSync, writeFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';

const [what, passphrase, from, to] = process.argv.slice(2);
const bytes = readFileSync(from);
if (what === 'seal') {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(12);
  writeFileSync(to, await encrypter.encrypt(bytes));
} else {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const opened = await decrypter.decrypt(bytes).catch((error) => {
    console.error(String(error));
    process.exit(3);
  });
  writeFileSync(to, opened);
}
