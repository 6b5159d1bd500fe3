/** The same for the pages that follow a session, and show what they have asked for. */
import './every-page.ts';
import './fetched.ts';
import './nothing-here.ts';
import './paged.ts';
import './session-watch.ts';
import 'lit-html/directives/repeat.js';
