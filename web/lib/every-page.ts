/**
 * What the script has that all pages load, with what these import (`infra/two-scripts.ts`). Each page's own has the rest,
 * with what another page has, too: so here belongs what nearly all pages need, and whatever keeps something for the
 * whole page that a part fetched later must find.
 */
import './action.ts';
import './api.ts';
import './field.ts';
import './around.ts';
import './lazy-import.ts';
import './messages.ts';
import './session-watch.ts';
import './this-phone.ts';
import './time.ts';
import './watch.ts';
import 'lit-html/directives/live.js';
