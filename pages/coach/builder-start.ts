// Starts the page on which a coach makes the snippet: its program, and the element it shows.
import "./embed.js";
import start from "./builder.js";

await start();
