// What the scripts and the programs offer each other under global names, and the events between
// them; the other side stands in src/browser.

declare global {
  /** Sends a host event: its name and its detail as JSON. Only there once a host has answered. */
  var mindsetHostEvent: ((name: string, detail: string) => void) | undefined;
  /** The text of a custom questionnaire that the host handed over. */
  var mindsetCustomQuestionnaire: string | undefined;
  /** Seals or opens a file under a passphrase, in a program that is loaded for it. */
  var mindsetSealing: (operation: "seal" | "open", given: unknown[]) => Promise<unknown>;

  interface WindowEventMap {
    /** A host command for the app. */
    "mindset-command": CustomEvent<import("./host-protocol.js").HostCommand>;
    /** The app shows another screen. */
    "mindset-turn": CustomEvent;
    /** The app has failed. */
    "mindset-panic": CustomEvent;
  }
}

export {};
