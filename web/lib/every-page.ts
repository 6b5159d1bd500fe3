/**
 * What every page with a header loads, in as few files as can be: esbuild makes one of what the very same entries import.
 * Left to chance it is two dozen small ones, whose headers are more than they are, and which wait for each other over
 * HTTP/1.1. So each entry imports this first, and so does what is fetched later.
 */
import './action.ts';
import './address.ts';
import './api.ts';
import './field.ts';
import './layout.ts';
import './lazy-import.ts';
import './this-phone.ts';
import './time.ts';
import './watch.ts';
import 'lit-html/directives/live.js';
