// What the scripts and the programs offer each other under global names, and the events between
// them; the other side stands in crates/platform-web.

declare global {
  /** Sends a host event: its name and its detail as JSON. Only there once a host has answered. */
  var mindsetHostEvent: ((name: string, detail: string) => void) | undefined;
  /** The bytes of a custom questionnaire's file that the host handed over. */
  var mindsetCustomQuestionnaire: Uint8Array | undefined;
  /** The origin of the page around this one, as frame.ts puts it here. */
  var mindsetHostOrigin: string | undefined;
  /** What the fragment of the address brought, as boot.ts has taken it out: its name, and what it held as it was written. */
  var mindsetBrought: { name: string; value: string } | undefined;
  /** Puts files under a passphrase and opens them, in a worker that is loaded for it. */
  var mindsetSealing: {
    /** Seals or opens a file; one at a time. The bytes, or the word that says why there are none. */
    run(operation: "seal" | "open", bytes: Uint8Array, passphrase: string, max: number): Promise<unknown>;
    /** Ends the worker, whatever it is doing. */
    stop(): void;
  };

  /** The compiled questionnaires and interface texts beside the page. */
  var mindsetContent: {
    /** The interface's texts that were loaded with the page. */
    firstInterface: Uint8Array;
    /** The interface's texts in another language; `null` where there are none. */
    fetchInterface(language: string): Promise<Uint8Array | null>;
    /** Every questionnaire's file by the reference of its questionnaire: one a version and language. */
    listed: { id: string | undefined; version: string | undefined; digest: string | undefined }[];
    /** The questionnaire that was loaded with the page. */
    first: Uint8Array;
    /** Another one by the digest of its definition; `null` where none lies beside the page. */
    fetch(digest: string, language: string): Promise<Uint8Array | null>;
    /** Checks a custom definition and compiles it: the file, or why not, by language. */
    compile(definition: Uint8Array): Promise<Uint8Array | { nl: string; en: string }>;
  };

  /** The worker that opens and makes files; jobs and outcomes are as crates/file-jobs defines. */
  var mindsetFileJobs: {
    /** Loads it, where that has not been done. */
    prepare(): void;
    /** Has a job done. */
    run(job: Uint8Array): Promise<unknown>;
  };

  /** Starts the worker that reads the results of a team; only its own page names the files of it. */
  var mindsetTeamWorker: () => Promise<Worker>;
  /** The files of a team, and the worker that reads them, as pages/team/team-page.ts offers them; messages are as crates/team-jobs defines. */
  var mindsetTeam: {
    /** Hears how many files were chosen or dropped; they wait until `read`. */
    onchosen: ((files: number) => void) | undefined;
    /** Hears what the worker says; nothing where it has failed. */
    onsaid: ((message: Uint8Array | undefined) => void) | undefined;
    /** Asks the worker something; it is started for the first question. */
    ask(message: Uint8Array): void;
    /** Has the worker read the files that wait. */
    read(): void;
    /** Has the worker stop reading; none of the files that it was reading counts. */
    cancel(): void;
    /** Ends the worker, with everything that it has read, and forgets the files that wait. */
    stop(): void;
  };

  /** Trusted Types, which not every browser has. */
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string } } | undefined;

  interface WindowEventMap {
    /** A host command for the app. */
    "mindset-command": CustomEvent<import("./host-protocol.js").HostCommand>;
    /** The app shows another screen. */
    /** The app has failed. */
    "mindset-panic": CustomEvent;
  }
}

export {};
