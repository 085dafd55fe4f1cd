// Seals and opens files with age-encryption (TypeScript, by the author of the format):
// `seal PASSPHRASE IN OUT`, `open PASSPHRASE IN OUT`; `armour` seals as text, `slow` with as much work
// as the app takes on, and `to-key` to a key. Ends with 3 when the passphrase is refused.
import { readFileSync, writeFileSync } from 'node:fs';
import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';

const [what, passphrase, from, to] = process.argv.slice(2);
const bytes = readFileSync(from);
if (what !== 'open') {
  const encrypter = new Encrypter();
  if (what === 'to-key') {
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
  } else {
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(what === 'slow' ? 18 : 12);
  }
  const sealed = await encrypter.encrypt(bytes);
  writeFileSync(to, what === 'armour' ? armor.encode(sealed) : sealed);
} else {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const opened = await decrypter.decrypt(bytes).catch((error) => {
    console.error(String(error));
    process.exit(3);
  });
  writeFileSync(to, opened);
}
