// Denies storage in one of several ways, from when window.__deny is called with its name on.
const denied = () => {
  throw new DOMException('Access is denied.', 'SecurityError');
};
const full = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};
const stores = ['localStorage', 'sessionStorage', 'indexedDB'];
const [storage, rows, database, factory] =
  [Storage, IDBObjectStore, IDBDatabase, IDBFactory].map(one => one.prototype);
const { put } = rows;
const { setItem } = storage;
const { open } = factory;
const accessed = get => {
  for (const name of stores) Object.defineProperty(window, name, { get, configurable: true });
};
const ways = {
  throws() {
    accessed(denied);
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) storage[name] = denied;
    database.transaction = factory.open = denied;
  },
  null() {
    accessed(() => null);
    database.transaction = factory.open = () => null;
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) storage[name] = denied;
  },
  'quota 0'() {
    storage.setItem = rows.put = rows.add = full;
  },
  'quota half-way'() {
    let room = 4;
    const enough = write => function (...given) {
      return room-- > 0 ? write.apply(this, given) : full();
    };
    storage.setItem = enough(setItem);
    rows.put = enough(put);
  },
  // How browsers really do it: the write is taken, and the transaction then fails.
  'quota at the end'() {
    storage.setItem = full;
    rows.put = function (...given) {
      const { transaction } = this;
      const request = put.apply(this, given);
      request.addEventListener('success', () => transaction.abort());
      return request;
    };
  },
  // Another tab holds an older version open, and never lets go.
  blocked() {
    factory.open = function () {
      const request = new EventTarget();
      Promise.resolve().then(() => request.onblocked?.(new Event('blocked')));
      return request;
    };
    return hold();
  },
  hanging() {
    factory.open = () => new EventTarget();
    return hold();
  },
};
// A transaction that never ends: all that follow wait for it. Resolves once it has begun, or where
// there is no database.
const hold = () => new Promise(resolve => {
  const request = open.call(indexedDB, 'mindset');
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = resolve;
  request.onsuccess = () => {
    const rows = request.result.transaction('rows', 'readwrite').objectStore('rows');
    const again = () => { rows.get('x').onsuccess = () => { resolve(); again(); }; };
    again();
  };
});
window.__deny = way => ways[way]();
