// Starts the activity: the logic is in scorm.ts, where it can be tested without a page.
import { attend, show } from "./scorm.js";

attend(window, document, (news) => show(document, news));
